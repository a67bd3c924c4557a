// The pages behind links work without this. It adds rows without a round trip, keeps what is typed from time to time, and when there is
// no connection, keeps it on this device until there is one. What is on the device is named without the link's secret.
(function () {
  'use strict';

  var PREFIX = 'ruggespraak.typed.';
  var DAYS_KEPT = 7;
  var SETTLED = 2500;

  var main = document.querySelector('main.linked');
  var form = document.getElementById('form');
  var name = main.dataset.draft;

  forgetTheOld();
  if (!form) {
    if (name) {
      localStorage.removeItem(PREFIX + name);
    }
    return;
  }

  var list = form.dataset.list;
  var state = form.querySelector('.state');
  var blank = document.getElementById('blank');
  var changes = 0;
  var timer = null;
  var leaving = false;

  restore();
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('click', function (event) {
    var button = event.target.closest('button[name=do]');
    if (button && button.value === 'add' && blank) {
      event.preventDefault();
      add().querySelector('select, input, textarea').focus();
      changed();
    } else if (button && /^remove-/.test(button.value)) {
      event.preventDefault();
      remove(button.closest('.row'));
      changed();
    }
  });
  form.addEventListener('submit', function (event) {
    keepHere();
    if (!navigator.onLine) {
      event.preventDefault();
      say('offline');
      return;
    }
    leaving = true;
  });
  window.addEventListener('online', keep);
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden' && timer && !leaving) {
      keep();
    }
  });

  function changed() {
    changes += 1;
    keepHere();
    clearTimeout(timer);
    timer = setTimeout(keep, SETTLED);
  }

  function keep() {
    clearTimeout(timer);
    timer = null;
    if (leaving || !changes) {
      return;
    }
    var upTo = changes;
    var data = new URLSearchParams(new FormData(form));
    data.set('do', 'autosave');
    fetch(location.pathname, {method: 'POST', body: data, credentials: 'omit', keepalive: true, referrerPolicy: 'no-referrer'})
      .then(function (answer) {
        if (answer.status === 413 || answer.status === 422) {
          say('large');
          return;
        }
        if (!answer.ok) {
          throw new Error(answer.status);
        }
        if (changes === upTo) {
          changes = 0;
          localStorage.removeItem(PREFIX + name);
          say('kept');
        }
      })
      .catch(function () {
        say('offline');
        timer = timer || setTimeout(keep, 10 * SETTLED);
      });
  }

  function keepHere() {
    try {
      localStorage.setItem(PREFIX + name, JSON.stringify({at: Date.now(), typed: Array.from(new FormData(form))}));
    } catch (full) {
      // Then the server's copy must do.
    }
  }

  function restore() {
    var kept = localStorage.getItem(PREFIX + name);
    if (!kept || document.getElementById('wrong')) {
      localStorage.removeItem(PREFIX + name);
      return;
    }
    var typed = JSON.parse(kept).typed;
    var numbers = {};
    typed.forEach(function (pair) {
      var row = pair[0].match(/^([a-z]+)-(\d+)-/);
      if (row && row[1] === list) {
        numbers[row[2]] = true;
      }
    });
    if (blank) {
      form.querySelectorAll('.row').forEach(function (row) { row.remove(); });
      Object.keys(numbers).sort(function (a, b) { return a - b; }).forEach(function (number) { add(number); });
      if (!form.querySelector('.row')) {
        add();
      }
    }
    form.querySelectorAll('input[type=checkbox], input[type=radio]').forEach(function (box) { box.checked = false; });
    typed.forEach(function (pair) {
      form.querySelectorAll('[name="' + CSS.escape(pair[0]) + '"]').forEach(function (field) {
        if (field.type === 'checkbox' || field.type === 'radio') {
          field.checked = field.value === pair[1];
        } else {
          field.value = pair[1];
        }
      });
    });
    say('restored');
    changes = 1;
    timer = setTimeout(keep, SETTLED);
  }

  function add(number) {
    var numbers = Array.from(form.querySelectorAll('.row')).map(function (row) { return Number(row.id.split('-')[1]); });
    var next = number || Math.max.apply(null, numbers.concat(0)) + 1;
    var holder = document.createElement('div');
    holder.innerHTML = blank.innerHTML.replaceAll(list + '-0', list + '-' + next).replaceAll('"remove-0"', '"remove-' + next + '"');
    var row = holder.firstElementChild;
    form.querySelectorAll('.row').forEach(function (other) {
      var title = other.querySelector('[name$="-title"]');
      if (title && title.value) {
        other.querySelector('summary i').textContent = title.value;
        other.open = Boolean(other.querySelector('[aria-invalid]'));
      }
    });
    form.querySelector('.rows').insertBefore(row, form.querySelector('.add'));
    count();
    return row;
  }

  function remove(row) {
    var goal = row.previousElementSibling || row.nextElementSibling;
    row.remove();
    if (!form.querySelector('.row')) {
      goal = add();
    }
    count();
    (goal.matches('.row') ? goal.querySelector('summary') : goal).focus();
  }

  function count() {
    form.querySelectorAll('.row').forEach(function (row, place) {
      row.querySelectorAll('summary b, .remove b').forEach(function (number) { number.textContent = place + 1; });
    });
  }

  function say(what) {
    state.textContent = state.dataset[what];
  }

  function forgetTheOld() {
    Object.keys(localStorage).filter(function (key) { return key.startsWith(PREFIX); }).forEach(function (key) {
      try {
        if (Date.now() - JSON.parse(localStorage.getItem(key)).at > DAYS_KEPT * 24 * 3600 * 1000) {
          localStorage.removeItem(key);
        }
      } catch (unreadable) {
        localStorage.removeItem(key);
      }
    });
  }
})();
