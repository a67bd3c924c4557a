export default {
  app: {
    name: 'Welcome',
    vendor: 'Ruggespraak'
  },
  disableWelcomeMessage: true
};
