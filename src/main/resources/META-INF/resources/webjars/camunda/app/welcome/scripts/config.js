import {common, language} from '/site/web-app.js';

export default {
  ...common,
  app: {
    name: language === 'nl' ? 'Welkom' : 'Welcome',
    vendor: 'Ruggespraak'
  },
  customScripts: ['../../../site/web-app-numbers.js']
};
