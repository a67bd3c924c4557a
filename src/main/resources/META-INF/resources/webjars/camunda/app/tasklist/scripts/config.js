// People sign in and out on the product's pages, never in the form of a web app.
new MutationObserver(() => {
  if (document.querySelector('form[name="signinForm"], .form-signin')) {
    window.location.replace('/sign-in?out');
  }
}).observe(document.documentElement, {childList: true, subtree: true});

// What is due first comes first, unless the link says otherwise.
if (!window.location.hash.includes('sorting=')) {
  const sorting = 'sorting=' + encodeURIComponent(JSON.stringify(
    [{sortBy: 'dueDate', sortOrder: 'asc'}, {sortBy: 'priority', sortOrder: 'desc'}]));
  const hash = window.location.hash || '#/';
  window.history.replaceState(null, '', hash + (hash.includes('?') ? '&' : '?') + sorting);
}

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Ruggespraak'
  },
  disableWelcomeMessage: true,
  // Each must exist: one that is missing blanks the whole of Tasklist.
  customScripts: ['scripts/ruggespraak-forms.js', 'scripts/ruggespraak-filters.js'],
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'claims the currently selected task'},
    focusFilter: {key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list'},
    focusList: {key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list'},
    focusForm: {key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form'},
    startProcess: {key: 'ctrl+alt+p', description: 'opens the start process modal dialog'}
  }
};
