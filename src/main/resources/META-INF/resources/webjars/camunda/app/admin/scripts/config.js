export default {
  app: {
    name: 'Admin',
    vendor: 'Ruggespraak'
  },
  disableWelcomeMessage: true
};
