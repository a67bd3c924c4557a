// Offers what is known while somebody types into a text field. Without it the field takes the same words, and the server looks them up.
(function () {
  'use strict';

  var FEWEST_LETTERS = 2;
  var PAUSE = 200;
  var MOST = 8;

  // The address answers a list of names to ?words=…; labels are what is said to those who cannot see the list.
  function attach(input, address, labels) {
    var list = new window.Awesomplete(input, {
      minChars: FEWEST_LETTERS,
      maxItems: MOST,
      sort: false,
      item: item,
      // The server has chosen already, also what is spelt a little differently.
      filter: function () { return true; },
      listLabel: labels.list,
      statusNoResults: labels.none,
      statusXResults: labels.some,
      statusTypeXChar: labels.more
    });
    // The library names its list in a way that screen readers have given up.
    input.setAttribute('aria-controls', list.ul.id);
    var timer;
    var turn = 0;

    input.addEventListener('input', function () {
      clearTimeout(timer);
      turn++;
      if (input.value.trim().length < FEWEST_LETTERS) {
        list.list = [];
      } else {
        timer = setTimeout(ask, PAUSE, turn);
      }
    });
    input.addEventListener('awesomplete-selectcomplete', function () {
      turn++;
      input.dispatchEvent(new Event('change', {bubbles: true}));
    });

    // As text: the library's own would read a name as HTML.
    function item(name, typed, number) {
      var option = document.createElement('li');
      option.id = 'awesomplete_list_' + this.count + '_item_' + number;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.textContent = name;
      return option;
    }

    function ask(asked) {
      fetch(address + '?words=' + encodeURIComponent(input.value.trim()), {credentials: 'same-origin'})
        .then(function (answer) {
          return answer.ok ? answer.json() : [];
        })
        .then(function (names) {
          if (asked === turn && document.activeElement === input) {
            list.list = names;
            list.evaluate();
          }
        })
        .catch(function () {
          // Without a connection nothing is offered, and what is typed is taken as it is.
        });
    }
  }

  window.RuggespraakOffered = {attach: attach};

  // The pages behind links: rows come and go, so a field gets its list when somebody enters it.
  var offering = document.getElementById('offering');
  if (offering) {
    document.addEventListener('focusin', function (event) {
      var input = event.target;
      if (input.dataset.offered && !input.dataset.offers) {
        input.dataset.offers = 'true';
        attach(input, window.location.pathname.replace(/\/$/, '') + '/offered/' + input.dataset.offered, {
          list: offering.dataset.list,
          none: offering.dataset.none,
          some: offering.dataset.some,
          more: offering.dataset.more
        });
        input.focus();
      }
    });
  }
})();
