import {common, labels} from '../../../../site/web-app.js';

export default {
  ...common,
  app: {
    name: labels.ADMIN_APP || 'Admin',
    vendor: 'Ruggespraak'
  },
  customScripts: ['../../../site/web-app-language.js']
};
