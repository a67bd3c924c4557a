import {common, labels} from '../../../../site/web-app.js';

// What is due first comes first, unless the link says otherwise.
if (!window.location.hash.includes('sorting=')) {
  const sorting = 'sorting=' + encodeURIComponent(JSON.stringify(
    [{sortBy: 'dueDate', sortOrder: 'asc'}, {sortBy: 'priority', sortOrder: 'desc'}]));
  const hash = window.location.hash || '#/';
  window.history.replaceState(null, '', hash + (hash.includes('?') ? '&' : '?') + sorting);
}

const shortcut = (name, key) => ({[name]: {key, description: labels['tasklist.shortcut.' + name] || name}});

export default {
  ...common,
  app: {
    name: labels.TASKLIST_APP || 'Tasklist',
    vendor: 'Ruggespraak'
  },
  // Each must exist: one that is missing blanks the whole of Tasklist.
  customScripts: ['../../../site/web-app-language.js', '../../../webjars/awesomplete/awesomplete.min.js', '../../../site/offered.js', 'scripts/ruggespraak-forms.js', 'scripts/ruggespraak-filters.js'],
  shortcuts: {
    ...shortcut('claimTask', 'ctrl+alt+c'),
    ...shortcut('focusFilter', 'ctrl+shift+f'),
    ...shortcut('focusList', 'ctrl+alt+l'),
    ...shortcut('focusForm', 'ctrl+alt+f'),
    ...shortcut('startProcess', 'ctrl+alt+p')
  }
};
