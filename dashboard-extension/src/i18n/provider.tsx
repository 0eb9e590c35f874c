import { useEffect, useState, type ReactNode } from "react";
import { IntlProvider } from "react-intl";

import { useSurroundings } from "../session/context";
import { catalogOf, type Catalog } from "./catalogs";
import { formatLocaleOf, languageOf, type Language } from "./languages";

/** Texts and formats in the language of the Dashboard, also when it changes while we are open. */
export function TextsProvider({ children }: { children: ReactNode }) {
  const { locale } = useSurroundings();
  const [texts, setTexts] = useState<{ language: Language; catalog: Catalog }>();
  const language = languageOf(locale);

  useEffect(() => {
    let wanted = true;
    void catalogOf(language).then((catalog) => wanted && setTexts({ language, catalog }));
    return () => {
      wanted = false;
    };
  }, [language]);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  if (texts === undefined) return null;
  return (
    <IntlProvider
      key={texts.language}
      locale={formatLocaleOf(locale)}
      messages={texts.catalog}
      onError={ignoreMissing}
    >
      {children}
    </IntlProvider>
  );
}

// That a text is not translated is found by a test; here it would only fill the console.
function ignoreMissing(error: { code: string }): void {
  if (error.code !== "MISSING_TRANSLATION" && error.code !== "MISSING_DATA") console.error(error);
}
