//! Hayagriva for JavaScript, as little around it as can be: items come as CSL-JSON, citations go as plain text.

use citationberg::json::Item;
use citationberg::{IndependentStyle, Locale, LocaleFile};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, Rendered};
use wasm_bindgen::prelude::*;

/// A style with its locale.
#[wasm_bindgen]
pub struct Engine {
    style: IndependentStyle,
    locales: Vec<Locale>,
}

#[wasm_bindgen]
impl Engine {
    /// Reads a CSL style and its locale.
    #[wasm_bindgen(constructor)]
    pub fn new(style: &str, locale: &str) -> Result<Engine, JsValue> {
        let failed = |error: &dyn std::fmt::Display| JsValue::from(error.to_string());
        Ok(Self {
            style: IndependentStyle::from_xml(style).map_err(|error| failed(&error))?,
            locales: vec![
                LocaleFile::from_xml(locale)
                    .map_err(|error| failed(&error))?
                    .into(),
            ],
        })
    }

    /// A full note.
    pub fn note(&self, item: &str) -> Result<String, JsValue> {
        let items = items(&format!("[{item}]"))?;
        let rendered = self.render(&items);
        let note = rendered.citations.first().ok_or("no citation")?;
        Ok(note.citation.to_string())
    }

    /// The entries of a bibliography, as JSON.
    pub fn list(&self, given: &str) -> Result<String, JsValue> {
        let items = items(given)?;
        let rendered = self.render(&items);
        let list = rendered.bibliography.ok_or("no bibliography")?;
        let entries: Vec<String> = list
            .items
            .iter()
            .map(|entry| entry.content.to_string())
            .collect();
        serde_json::to_string(&entries).map_err(|error| error.to_string().into())
    }

    fn render(&self, items: &[Item]) -> Rendered {
        let mut driver = BibliographyDriver::new();
        for (at, item) in items.iter().enumerate() {
            let cited = vec![CitationItem::with_entry(item)];
            driver.citation(CitationRequest::new(
                cited,
                &self.style,
                None,
                &self.locales,
                Some(at + 1),
            ));
        }
        driver.finish(BibliographyRequest::new(&self.style, None, &self.locales))
    }
}

fn items(json: &str) -> Result<Vec<Item>, JsValue> {
    serde_json::from_str(json).map_err(|error| error.to_string().into())
}
