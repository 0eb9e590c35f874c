// The languages of the pages, and which of them somebody's locale means.

export const languages = ["en", "de", "es", "fr", "ja", "ko", "vi", "zh-Hans", "zh-Hant"] as const;
export type Language = (typeof languages)[number];

export function languageOf(locale: string): Language {
  const wanted = locale.replaceAll("_", "-").toLowerCase();
  if (/^zh-(hant|tw|hk|mo)/.test(wanted)) return "zh-Hant";
  if (wanted.startsWith("zh")) return "zh-Hans";
  return languages.find((one) => one === wanted.split("-")[0]) ?? "en";
}

/** A locale that Intl knows, for dates and numbers: the reader's own, else that of our texts. */
export function formatLocaleOf(locale: string): string {
  const wanted = locale.replaceAll("_", "-");
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? "en";
  } catch {
    return languageOf(locale);
  }
}
