/*
 * What Tasklist, Cockpit, Admin and Welcome have in common. A web app waits for its config.js, which waits for this: so the labels are there before the
 * first of them is drawn. Left to itself it draws with what it has, and what it reads only once (the search box, the sorting) keeps showing the key's name.
 */
const base = document.querySelector('base');
const locales = base.getAttribute('app-root') + '/app/' + base.getAttribute('app-name') + '/locales/';

/** The first of the browser's languages that the web apps speak; the same as on our own pages for somebody who has not signed in. */
export const language = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => ['en', 'nl'].includes(tag)) || 'en';
document.documentElement.lang = language;

/** Fetches the labels, and puts them where the web app looks first. It would use what an earlier visit left there. */
async function load() {
  const file = await (await fetch(locales + language + '.json?bust=' + window.bust)).json();
  const kept = JSON.parse(window.localStorage.getItem('camunda-web') || '{}');
  kept[locales + '_locales_data_' + language + '_' + window.bust] = JSON.stringify(file);
  window.localStorage.setItem('camunda-web', JSON.stringify(kept));
  return file.labels;
}

export const labels = await load().catch(() => ({}));

/** What each config.js begins with. */
export const common = {
  disableWelcomeMessage: true,
  // No second language to fall back on: whichever loads last would decide how dates are written. The server fills the gaps.
  locales: {availableLocales: [language], fallbackLocale: language}
};

// People sign in and out on the product's pages, never in the form of a web app.
new MutationObserver(() => {
  if (document.querySelector('form[name="signinForm"], .form-signin')) {
    window.location.replace(new URL('../sign-in?out', import.meta.url));
  }
}).observe(document.documentElement, {childList: true, subtree: true});
