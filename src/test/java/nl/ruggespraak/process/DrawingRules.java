package nl.ruggespraak.process;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

/** What the drawing of a model keeps to. Each rule answers with the places that break it. */
final class DrawingRules {

    private static final double HAIR = 1.5;
    private static final int TITLE_HEIGHT = 20;
    private static final double TITLE_CHARACTER = 6.5;
    private static final int MARKER = 18;

    private final ModelFile file;
    private final Map<String, Rectangle2D> boxes = new LinkedHashMap<>();
    private final Map<String, Rectangle2D> labels = new LinkedHashMap<>();
    private final Map<String, List<Point2D>> lines = new LinkedHashMap<>();

    private DrawingRules(ModelFile file) {
        this.file = file;
        file.every(BpmnShape.class)
                .filter(shape -> shape.getBpmnElement() != null)
                .forEach(shape -> {
                    boxes.put(shape.getBpmnElement().getId(), rectangle(shape.getBounds()));
                    label(shape.getBpmnElement().getId(), shape.getBpmnLabel());
                });
        file.every(BpmnEdge.class).filter(edge -> edge.getBpmnElement() != null).forEach(edge -> {
            lines.put(
                    edge.getBpmnElement().getId(),
                    edge.getWaypoints().stream()
                            .<Point2D>map(point -> new Point2D.Double(point.getX(), point.getY()))
                            .toList());
            label(edge.getBpmnElement().getId(), edge.getBpmnLabel());
        });
    }

    /** Every node is drawn, every flow from its source to its target, and every name outside a box has its place. */
    static List<String> everythingIsDrawn(ModelFile file) {
        DrawingRules drawing = new DrawingRules(file);
        List<String> broken = new ArrayList<>();
        file.nodes().forEach(node -> {
            if (!drawing.boxes.containsKey(node.getId())) {
                broken.add(node.getId() + " is not drawn");
            } else if (node.getName() != null && isNamedOutside(node) && !drawing.labels.containsKey(node.getId())) {
                broken.add(node.getId() + " has no place for its name");
            }
        });
        file.flows().forEach(flow -> {
            List<Point2D> line = drawing.lines.get(flow.getId());
            if (line == null) {
                broken.add(flow.getId() + " is not drawn");
            } else if (!drawing.touches(line.get(0), flow.getSource())
                    || !drawing.touches(line.get(line.size() - 1), flow.getTarget())) {
                broken.add(flow.getId() + " is not drawn from its source to its target");
            } else if (flow.getName() != null && !drawing.labels.containsKey(flow.getId())) {
                broken.add(flow.getId() + " has no place for its name");
            }
        });
        return broken;
    }

    static List<String> noLabelIsCrossedOrCovered(ModelFile file) {
        DrawingRules drawing = new DrawingRules(file);
        List<String> broken = new ArrayList<>();
        drawing.labels.forEach((id, label) -> {
            drawing.lines.forEach((flow, line) -> {
                if (segments(line).stream().anyMatch(segment -> segment.intersects(label))) {
                    broken.add(id + " is crossed by " + flow);
                }
            });
            file.nodes().filter(node -> drawing.boxes.containsKey(node.getId())).forEach(node -> {
                if (drawing.covers(node, label)) {
                    broken.add(id + " is covered by " + node.getId());
                }
            });
            drawing.labels.forEach((other, otherLabel) -> {
                if (id.compareTo(other) < 0 && label.intersects(otherLabel)) {
                    broken.add(id + " is covered by the label of " + other);
                }
            });
        });
        return broken;
    }

    /** No line crosses another or runs through a node, and no node lies on another. */
    static List<String> nothingCrosses(ModelFile file) {
        DrawingRules drawing = new DrawingRules(file);
        List<String> broken = new ArrayList<>();
        List<SequenceFlow> flows = file.flows()
                .filter(flow -> drawing.lines.containsKey(flow.getId()))
                .toList();
        for (SequenceFlow flow : flows) {
            List<Line2D> line = segments(trimmed(drawing.line(flow)));
            for (SequenceFlow other : flows) {
                if (flow.getId().compareTo(other.getId()) < 0
                        && segments(trimmed(drawing.line(other))).stream()
                                .anyMatch(segment -> line.stream().anyMatch(segment::intersectsLine))) {
                    broken.add(flow.getId() + " crosses " + other.getId());
                }
            }
            file.nodes().filter(node -> drawing.boxes.containsKey(node.getId())).forEach(node -> {
                Rectangle2D inside = grown(drawing.box(node), -HAIR);
                boolean around = isAround(node, flow);
                boolean through = around
                        ? !drawing.line(flow).stream().allMatch(drawing.box(node)::contains)
                        : line.stream().anyMatch(segment -> segment.intersects(inside));
                if (through) {
                    broken.add(flow.getId() + " runs through " + node.getId());
                }
            });
        }
        file.nodes()
                .forEach(node -> file.nodes().forEach(other -> {
                    if (node.getId().compareTo(other.getId()) < 0 && drawing.overlap(node, other)) {
                        broken.add(node.getId() + " lies on " + other.getId());
                    }
                }));
        return broken;
    }

    private boolean overlap(FlowNode node, FlowNode other) {
        Rectangle2D one = boxes.get(node.getId());
        Rectangle2D two = boxes.get(other.getId());
        if (one == null || two == null || isHost(node, other) || isHost(other, node)) {
            return false;
        }
        if (isAround(node, other)) {
            return !one.contains(two)
                    || title(node).intersects(two)
                    || marker(node).intersects(two);
        }
        if (isAround(other, node)) {
            return overlap(other, node);
        }
        return one.intersects(two);
    }

    private boolean covers(FlowNode node, Rectangle2D label) {
        if (node instanceof SubProcess) {
            Rectangle2D box = box(node);
            return box.intersects(label)
                    && (!box.contains(label)
                            || title(node).intersects(label)
                            || marker(node).intersects(label));
        }
        return outline(node).intersects(label);
    }

    private Shape outline(FlowNode node) {
        Rectangle2D box = box(node);
        if (node instanceof Event) {
            return new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight());
        }
        if (node instanceof Gateway) {
            Path2D diamond = new Path2D.Double();
            diamond.moveTo(box.getCenterX(), box.getMinY());
            diamond.lineTo(box.getMaxX(), box.getCenterY());
            diamond.lineTo(box.getCenterX(), box.getMaxY());
            diamond.lineTo(box.getMinX(), box.getCenterY());
            diamond.closePath();
            return diamond;
        }
        return box;
    }

    /** Where the name of a sub-process stands. */
    private Rectangle2D title(FlowNode node) {
        double width = Objects.requireNonNullElse(node.getName(), "").length() * TITLE_CHARACTER;
        return new Rectangle2D.Double(
                box(node).getCenterX() - width / 2, box(node).getMinY(), width, TITLE_HEIGHT);
    }

    /** Where the sign of a repeated sub-process stands. */
    private Rectangle2D marker(FlowNode node) {
        boolean repeated = node instanceof SubProcess process && process.getLoopCharacteristics() != null;
        double size = repeated ? MARKER : 0;
        return new Rectangle2D.Double(
                box(node).getCenterX() - size / 2, box(node).getMaxY() - size, size, size);
    }

    private boolean touches(Point2D point, FlowNode node) {
        return boxes.containsKey(node.getId())
                && grown(box(node), HAIR).contains(point)
                && !grown(box(node), -HAIR).contains(point);
    }

    private void label(String id, @Nullable BpmnLabel label) {
        if (label != null && label.getBounds() != null) {
            labels.put(id, grown(rectangle(label.getBounds()), -HAIR));
        }
    }

    private Rectangle2D box(FlowNode node) {
        return Objects.requireNonNull(boxes.get(node.getId()));
    }

    private List<Point2D> line(SequenceFlow flow) {
        return Objects.requireNonNull(lines.get(flow.getId()));
    }

    private static boolean isNamedOutside(FlowNode node) {
        return node instanceof Event || node instanceof Gateway;
    }

    private static boolean isHost(FlowNode node, FlowNode other) {
        return other instanceof BoundaryEvent event
                && event.getAttachedTo().getId().equals(node.getId());
    }

    private static boolean isAround(FlowNode node, FlowElement inner) {
        for (var parent = inner.getParentElement(); parent != null; parent = parent.getParentElement()) {
            if (parent.equals(node)) {
                return true;
            }
        }
        return false;
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }

    private static List<Line2D> segments(List<Point2D> points) {
        List<Line2D> segments = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            segments.add(new Line2D.Double(points.get(i - 1), points.get(i)));
        }
        return segments;
    }

    /** Without a hair's breadth at both ends, where flows may meet. */
    private static List<Point2D> trimmed(List<Point2D> points) {
        List<Point2D> trimmed = new ArrayList<>(points);
        int last = points.size() - 1;
        trimmed.set(0, towards(points.get(0), points.get(1)));
        trimmed.set(last, towards(points.get(last), points.get(last - 1)));
        return trimmed;
    }

    private static Point2D towards(Point2D from, Point2D to) {
        double share = HAIR / Math.max(HAIR, from.distance(to));
        return new Point2D.Double(
                from.getX() + (to.getX() - from.getX()) * share, from.getY() + (to.getY() - from.getY()) * share);
    }
}
