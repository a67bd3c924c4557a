import {common, language} from '../../../../site/web-app.js';

export default {
  ...common,
  app: {
    name: language === 'nl' ? 'Welkom' : 'Welcome',
    vendor: 'Ruggespraak'
  },
  // The engine's manual is for technicians.
  links: [],
  customScripts: ['../../../site/web-app-language.js']
};
