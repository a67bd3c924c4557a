/*
 * What all task forms share. Tasklist loads it once (customScripts in config.js); a form says
 *
 *   Ruggespraak.form(camForm, $scope, {fields: {…}, begin: function (content) {…}, send: function (fields) {…}});
 *
 * fields  name → type: 'String', 'Boolean', 'Long', 'Json', or, for a list, the names of what each row holds
 * begin   the fields as they first appear, made from the content that the server gathered for this task
 * send    the fields as they are submitted, where that differs from what is on the screen (optional)
 *
 * A form finds in its scope: fields, content, about, words, choices; add(list), remove(list, row); refused(name).
 */
(function () {
  'use strict';

  var angular = window.angular;
  var base = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

  var css = document.createElement('link');
  css.rel = 'stylesheet';
  css.href = document.querySelector('base').getAttribute('app-root') + '/app/tasklist/styles/ruggespraak-forms.css';
  document.head.appendChild(css);

  var missing = function (value) {
    return value === undefined || value === null || value === '';
  };

  var form = function (camForm, $scope, definition) {
    var fields = definition.fields;
    var sent = {};
    var draft = null;
    var content = null;

    $scope.fields = {};
    $scope.view = {};
    $scope.sentences = [];

    camForm.on('form-loaded', function () {
      Object.keys(fields).forEach(function (name) {
        camForm.variableManager.createVariable({name: name, type: type(name), value: null});
      });
    });

    camForm.on('variables-restored', function () {
      draft = {};
      Object.keys(fields).forEach(function (name) {
        var value = camForm.variableManager.variable(name).value;
        if (!missing(value)) {
          draft[name] = value;
        }
      });
      open();
    });

    camForm.on('store', function () {
      fill($scope.fields);
    });

    camForm.on('submit', function () {
      if (!content) {
        camForm.submitPrevented = true;
        return;
      }
      $scope.sentences = [];
      fill(definition.send ? definition.send(copy($scope.fields)) : $scope.fields);
    });

    camForm.on('submit-failed', function (source, said) {
      var error = said[0];
      var answer = error.response;
      if (!answer) {
        return;
      }
      if ([400, 404, 409].indexOf(answer.status) < 0) {
        $scope.sentences = [{sentence: $scope.words.failed, path: ''}];
        return;
      }
      var paths = (answer.headers['refused-fields'] || '').split(',');
      $scope.sentences = error.message
        .replace(/^Cannot (complete task|submit task form|instantiate process definition) \S+: /, '')
        .split('\n')
        .map(function (sentence, index) {
          return refusal(sentence, paths[index] || '');
        });
      // Said here, beside the field that it concerns: Tasklist need not say it again.
      error.message = 'camForm submission prevented';
      toTop();
    });

    $scope.add = function (list, row) {
      $scope.fields[list].push(row || {});
      focusOn('[rg-list="' + list + '"] > :last-of-type');
    };

    $scope.remove = function (list, row) {
      $scope.fields[list].splice($scope.fields[list].indexOf(row), 1);
      focusOn('[rg-add="' + list + '"]');
    };

    /** Ticks: lists of keys or ids. */
    $scope.picked = function (name, value) {
      return $scope.fields[name].indexOf(value) >= 0;
    };

    $scope.toggle = function (name, value) {
      var at = $scope.fields[name].indexOf(value);
      if (at >= 0) {
        $scope.fields[name].splice(at, 1);
      } else {
        $scope.fields[name].push(value);
      }
    };

    $scope.pick = function (name, all, key) {
      $scope.fields[name] = all.map(function (one) {
        return one[key];
      });
    };

    /** The sentences about a plain field, or about a field of one row; a row's own ones when no field is named. */
    $scope.refused = function (name, row, field) {
      return $scope.sentences.filter(function (said) {
        return said.name === name && said.row === row && said.field === field;
      });
    };

    $scope.goTo = function (said) {
      var place = camForm.formElement[0].querySelectorAll('.rg-wrong [id]')[0];
      var all = camForm.formElement[0].querySelectorAll('.rg-problem');
      for (var i = 0; i < all.length; i++) {
        if (all[i].getAttribute('data-path') === said.path) {
          place = all[i].parentNode.querySelector('input, select, textarea') || place;
        }
      }
      if (place) {
        place.focus();
      }
    };

    load();

    function load() {
      camForm.formElement.injector().invoke(['$http', function ($http) {
        var url = camForm.taskId ? '/forms/tasks/' + camForm.taskId : '/forms/start/network-meeting';
        $http.get(base + url).then(function (answer) {
          content = answer.data;
          $scope.about = content;
          // A question mark before the @ would begin headers of the mail.
          $scope.mailto = function (address) { return 'mailto:' + encodeURIComponent(address).replace('%40', '@'); };
          $scope.words = content.words;
          $scope.choices = content.choices;
          $scope.content = content.content;
          open();
        }, function () {
          $scope.unavailable = true;
        });
      }]);
    }

    /** Shows the fields, once the content has come and Tasklist has looked for a draft; in whichever order. */
    function open() {
      if (content && draft && !$scope.ready) {
        $scope.fields = angular.extend(definition.begin(content.content, content), draft);
        Object.keys(fields).filter(isList).forEach(function (name) {
          $scope.fields[name] = $scope.fields[name].map(function (row) {
            return typeof row === 'object' ? row : {text: row};
          });
        });
        $scope.ready = true;
        if (definition.opened) {
          definition.opened($scope.fields);
        }
      }
    }

    /** Puts the fields into the variables that Tasklist submits or keeps as a draft. */
    function fill(values) {
      Object.keys(fields).forEach(function (name) {
        var variable = camForm.variableManager.variable(name);
        var value = values[name];
        if (isList(name) && value) {
          sent[name] = value.filter(isFilled.bind(null, fields[name]));
          value = sent[name].map(rowOf.bind(null, fields[name]));
          if (fields[name].length === 1 && fields[name][0] === 'text') {
            value = value.map(function (row) { return row.text; });
          }
        }
        variable.type = type(name);
        if (variable.type === 'Long' && !missing(value)) {
          // What is no number goes as it was typed: the server says so in a sentence.
          if (/^-?\d{1,15}$/.test(String(value).trim())) {
            value = Number(value);
          } else {
            variable.type = 'String';
          }
        }
        variable.value = missing(value) ? null : value;
      });
    }

    function refusal(sentence, path) {
      var part = path.split('/');
      var said = {path: path, name: part[0], sentence: sentence};
      if (part.length > 1) {
        said.row = (sent[part[0]] || [])[part[1] - 1];
        said.field = part[2];
        said.short = sentence.replace(/^[^:]{1,20}: /, '');
      }
      return said;
    }

    function type(name) {
      return isList(name) ? 'Json' : fields[name];
    }

    function isList(name) {
      return angular.isArray(fields[name]);
    }

    function isFilled(names, row) {
      return names.some(function (name) {
        return !missing(row[name]);
      });
    }

    function rowOf(names, row) {
      var kept = {};
      names.forEach(function (name) {
        kept[name] = missing(row[name]) ? null : row[name];
      });
      return kept;
    }

    function copy(values) {
      return angular.extend({}, values);
    }

    function toTop() {
      later(function () {
        var problems = camForm.formElement[0].querySelector('.rg-problems');
        if (problems) {
          problems.scrollIntoView({block: 'nearest'});
          problems.focus();
        }
      });
    }

    function focusOn(selector) {
      later(function () {
        var place = camForm.formElement[0].querySelector(selector);
        var control = place && (place.matches('button') ? place : place.querySelector('input, select, textarea'));
        if (control) {
          control.focus();
        }
      });
    }

    function later(action) {
      window.setTimeout(action, 60);
    }
  };

  window.Ruggespraak = {form: form};

  /* What the forms are written with. */

  var tasklist = angular.module('cam.tasklist');

  /** On top of each form: what it is about, and what was refused. */
  tasklist.directive('rgAbout', function () {
    return {
      restrict: 'E',
      template:
        '<p class="rg-unavailable" ng-if="unavailable" role="alert">{{sorry}}</p>' +
        '<div class="rg-about" ng-if="about.meeting">' +
        '  <p class="rg-meeting"><strong>{{about.meeting.title}}</strong>' +
        '    <span>{{about.meeting.when}} · {{about.meeting.location}}' +
        '      <span ng-if="about.meeting.host">· {{words.host}} {{about.meeting.host}}</span></span></p>' +
        '  <p ng-if="about.task.dueInWords" class="rg-due">{{words.due}} <strong>{{about.task.dueInWords}}</strong></p>' +
        '  <p ng-if="about.asker">{{words.asker}} {{about.asker.name}}<span ng-if="about.asker.organisation">, {{about.asker.organisation}}</span>' +
        '    <span ng-if="about.asker.email">· <a ng-href="{{mailto(about.asker.email)}}">{{about.asker.email}}</a></span>' +
        '    <span ng-if="about.asker.phone">· <a ng-href="tel:{{about.asker.phone}}">{{about.asker.phone}}</a></span></p>' +
        '  <p class="rg-note" ng-if="about.undelivered">{{about.undelivered.sentence}}' +
        '    <a ng-href="{{base}}{{about.undelivered.address}}" target="_blank">{{about.undelivered.more}}</a></p>' +
        '</div>' +
        '<div class="rg-problems" role="alert" tabindex="-1" ng-if="sentences.length">' +
        '  <p>{{words.refused}}</p>' +
        '  <ul><li ng-repeat="said in sentences">' +
        '    <button type="button" ng-click="goTo(said)" ng-if="said.path">{{said.sentence}}</button>' +
        '    <span ng-if="!said.path">{{said.sentence}}</span></li></ul>' +
        '</div>',
      link: function (scope, element, attributes) {
        scope.sorry = attributes.unavailable;
        scope.base = base;
      }
    };
  });

  /**
   * One field: label, control, a hint, and what was refused about it. In a row of a list, `of` names the list and the row is `row`.
   *
   *   <rg-field name="title" of="asks" label="Title" hint="…"> <input ng-model="row.title"> </rg-field>
   */
  tasklist.directive('rgField', function () {
    return {
      restrict: 'E',
      compile: function (element, attributes) {
        var name = attributes.name;
        var list = attributes.of;
        var id = list ? 'rg-' + list + '-{{$index}}-' + name : 'rg-' + name;
        var said = list ? "refused('" + list + "', row, '" + name + "')" : "refused('" + name + "')";
        var control = angular.element(element[0].querySelector('input, select, textarea'));
        var label = angular.element('<label></label>').attr('for', id).text(attributes.label);
        var kind = control.attr('type');

        control.attr('id', id).attr('name', id).attr('aria-describedby', id + '-hint').attr('rg-plain', kind || 'text');
        if (kind === 'checkbox') {
          element.addClass('rg-check');
          control.after(label);
        } else {
          element.prepend(label);
        }
        element.addClass('rg-field');
        element.append(angular.element('<div></div>').attr('id', id + '-hint')
          .append(angular.element('<p class="rg-hint"></p>').text(attributes.hint || ''))
          .append('<p class="rg-problem" data-path="{{said.path}}" ng-repeat="said in ' + said + '">{{said.short || said.sentence}}</p>'));
        return function (scope, linked) {
          scope.$watch(said + '.length', function (count) {
            linked.toggleClass('rg-wrong', count > 0);
          });
        };
      }
    };
  });

  /** A text field that offers what the catalogue holds: <input ng-model="row.region" rg-offered="region">. */
  tasklist.directive('rgOffered', function () {
    return {
      link: function (scope, element, attributes) {
        window.RuggespraakOffered.attach(element[0], base + '/catalogue/' + attributes.rgOffered.toUpperCase(), {
          list: scope.words.offeredList,
          none: scope.words.offeredNone,
          some: scope.words.offeredSome,
          more: scope.words.offeredMore
        });
      }
    };
  });

  /** What was refused about a list as a whole, or about a group of choices. */
  tasklist.directive('rgSaid', function () {
    return {
      restrict: 'E',
      compile: function (element, attributes) {
        element.append('<p class="rg-problem" data-path="{{said.path}}" ng-repeat="said in refused(\'' + attributes.name + '\')">{{said.sentence}}</p>');
      }
    };
  });

  /** An ask, in few words. */
  tasklist.directive('rgAsk', function () {
    return {
      restrict: 'E',
      template:
        '<span class="rg-kind">{{ask.kindLabel}}</span><span class="rg-kind rg-late" ng-if="ask.late">{{words.late}}</span>' +
        '<span class="rg-kind rg-late" ng-if="!ask.hasGround">{{words.noGround}}</span>' +
        '<strong>{{ask.title}}</strong>' +
        '<small class="rg-meta">{{ask.colleague}}<span ng-if="ask.candidate"> · {{ask.candidate}}</span><span ng-if="ask.headcount > 1"> · {{ask.headcount}} {{words.people}}</span><span ng-if="ask.occupation"> · {{ask.occupation}}</span>' +
        '<span ng-if="ask.region"> · {{ask.region}}</span><span ng-if="ask.availableFrom"> · {{words.from}} {{ask.availableFrom}}</span>' +
        '<span ng-if="ask.agreedOn"> · {{words.agreedOn}} {{ask.agreedOn}}</span></small>' +
        '<small class="rg-details" ng-if="ask.pitch && !brief">“{{ask.pitch}}”</small>' +
        '<small class="rg-details" ng-if="ask.details && !brief">{{ask.details}}</small>'
    };
  });

  /** A lead: what, from whom, how many, by when. */
  tasklist.directive('rgLead', function () {
    return {
      restrict: 'E',
      template:
        '<dl class="rg-facts">' +
        '<dt>{{words.what}}</dt><dd><span class="rg-kind">{{content.lead.kindLabel}}</span>{{content.lead.headcount}} × {{content.lead.occupation || words.people}}</dd>' +
        '<dt ng-if="content.lead.organisation || content.lead.contact">{{words.whose}}</dt>' +
        '<dd ng-if="content.lead.organisation || content.lead.contact">{{content.lead.organisation}}<span ng-if="content.lead.organisation && content.lead.contact"> · </span>{{content.lead.contact}}</dd>' +
        '<dt ng-if="content.lead.startsOn">{{words.byWhen}}</dt><dd ng-if="content.lead.startsOn">{{content.lead.startsOn}}</dd>' +
        '<dt ng-if="content.lead.region">{{words.where}}</dt><dd ng-if="content.lead.region">{{content.lead.region}}</dd>' +
        '</dl><p class="rg-quote" ng-if="content.lead.details">{{content.lead.details}}</p>'
    };
  });

  /** Keeps a date as the text that the browser gives, 2026-12-31, where AngularJS would make it a moment in a zone. */
  tasklist.directive('rgPlain', function () {
    return {
      require: '?ngModel',
      link: function (scope, element, attributes, model) {
        if (model && /^(date|datetime-local)$/.test(attributes.rgPlain)) {
          model.$parsers.length = 0;
          model.$formatters.length = 0;
          model.$validators = {};
        }
        if (attributes.rgPlain === 'text') {
          element.attr('autocomplete', 'off');
        }
      }
    };
  });
})();
