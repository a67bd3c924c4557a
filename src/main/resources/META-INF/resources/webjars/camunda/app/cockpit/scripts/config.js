import {common, labels} from '../../../../site/web-app.js';

export default {
  ...common,
  app: {
    name: labels.COCKPIT_APP || 'Cockpit',
    vendor: 'Ruggespraak'
  },
  customScripts: ['../../../site/web-app-language.js']
};
