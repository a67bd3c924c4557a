// People sign in and out on the product's pages, never in the form of a web app.
new MutationObserver(() => {
  if (document.querySelector('form[name="signinForm"], .form-signin')) {
    window.location.replace('/sign-in?out');
  }
}).observe(document.documentElement, {childList: true, subtree: true});

export default {
  app: {
    name: 'Welcome',
    vendor: 'Ruggespraak'
  },
  disableWelcomeMessage: true
};
