// What the labels do not reach: numbers, and the calendar that opens beside a date, which AngularJS writes in American English; and the names of the web apps
// in the menu that leads from one to the other.
import {labels, language} from './web-app.js';

const names = (style, count, day) => Array.from({length: count}, (ignored, index) =>
  new Intl.DateTimeFormat(language, {timeZone: 'UTC', ...style}).format(day(index)));
const months = (style) => names({month: style}, 12, (month) => new Date(Date.UTC(2026, month, 1)));
const days = (style) => names({weekday: style}, 7, (day) => new Date(Date.UTC(2026, 1, 1 + day))); // a Sunday

if (language !== 'en') {
  const pattern = (sign, minFrac, maxFrac) => ({
    minInt: 1, minFrac, maxFrac, gSize: 3, lgSize: 3, posPre: sign, posSuf: '', negPre: sign + '-', negSuf: ''
  });
  window.angular.module('ngLocale', [], ['$provide', ($provide) => {
    $provide.value('$locale', {
      id: 'nl-nl',
      localeID: 'nl_NL',
      DATETIME_FORMATS: {
        AMPMS: ['a.m.', 'p.m.'],
        DAY: days('long'),
        SHORTDAY: days('short'),
        MONTH: months('long'),
        STANDALONEMONTH: months('long'),
        SHORTMONTH: months('short'),
        ERANAMES: ['voor Christus', 'na Christus'],
        ERAS: ['v.Chr.', 'n.Chr.'],
        FIRSTDAYOFWEEK: 0,
        WEEKENDRANGE: [5, 6],
        fullDate: 'EEEE d MMMM y',
        longDate: 'd MMMM y',
        medium: 'd MMM y HH:mm:ss',
        mediumDate: 'd MMM y',
        mediumTime: 'HH:mm:ss',
        short: 'dd-MM-yy HH:mm',
        shortDate: 'dd-MM-yy',
        shortTime: 'HH:mm'
      },
      NUMBER_FORMATS: {
        CURRENCY_SYM: '€',
        DECIMAL_SEP: ',',
        GROUP_SEP: '.',
        PATTERNS: [pattern('', 0, 3), pattern('€ ', 2, 2)]
      },
      pluralCat: (count) => (count === 1 ? 'one' : 'other')
    });
  }]);

  const names = JSON.stringify({admin: labels.ADMIN_APP, cockpit: labels.COCKPIT_APP, tasklist: labels.TASKLIST_APP});
  window.angular.module('cam.' + document.querySelector('base').getAttribute('app-name')).config(['$provide', ($provide) => {
    $provide.decorator('camWidgetHeaderDirective', ['$delegate', ($delegate) => {
      $delegate[0].template = $delegate[0].template.replace('app.label', names + '[appName] || app.label');
      return $delegate;
    }]);
  }]);
}
