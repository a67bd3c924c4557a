export default {
  app: {
    name: 'Cockpit',
    vendor: 'Ruggespraak'
  },
  disableWelcomeMessage: true
};
