// Tasklist counts the chosen filter only. This counts the others too, once a minute while somebody looks.
(function () {
  'use strict';
  const address = document.querySelector('base').getAttribute('engine-api')
    + 'engine/default/filter?resourceType=Task&itemCount=true';
  let counts = {};

  function show() {
    document.querySelectorAll('.task-filter .name a').forEach((link) => {
      const count = counts[link.firstChild && link.firstChild.textContent.trim()];
      if (count !== undefined && link.dataset.count !== String(count)) {
        link.dataset.count = count;
      }
    });
  }

  function count() {
    if (document.hidden) {
      return;
    }
    fetch(address, {headers: {Accept: 'application/json'}, credentials: 'same-origin'})
      .then((answer) => (answer.ok ? answer.json() : []))
      .then((filters) => {
        counts = Object.fromEntries(filters.map((filter) => [filter.name, filter.itemCount]));
        show();
      })
      .catch(() => {});
  }

  new MutationObserver(show).observe(document.body, {childList: true, subtree: true});
  window.setInterval(count, 60000);
  document.addEventListener('visibilitychange', count);
  count();
})();
