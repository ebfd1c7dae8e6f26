//! What the laws of the readers of library formats share: made up inputs, and ways to break them.

use callslip::read::{Options, read};
use callslip::record::Reading;

/// One made up input for each format, and a piece of it that can be repeated.
pub const INPUTS: [(&str, &str, &str); 14] = [
    (
        "ris",
        "TY  - PCOMM\nTI  - Of boats\nAU  - Brook, Ada\nA2  - Rhein, Carl\nDA  - 1961/05/02/\nDB  - Town Library\nAV  - box 2\nN1  - seen\nER  - \n",
        "KW  - ferry\n",
    ),
    (
        "bibtex",
        "@book{brook, author = {Brook, Ada and {Ferry Office}}, title = \"Of {B}oats {\\\"u}ber\" stray, year = 1961, odd = {kept}}\n",
        "@misc{a, note={b}}\n",
    ),
    (
        "zotero-json",
        r#"[{"itemType":"letter","title":"Of boats","creators":[{"firstName":"Ada","lastName":"Brook","creatorType":"author"}],"date":"1961","odd":"kept"}]"#,
        r#"{"itemType":"map","title":"x"},"#,
    ),
    (
        "csl-json",
        r#"[{"type":"book","title":"Of boats","author":[{"family":"Brook","given":"Ada"}],"issued":{"date-parts":[[1961]]},"odd":"kept"}]"#,
        r#"{"type":"map","title":"x"},"#,
    ),
    (
        "json",
        r#"[{"title":"Of boats","who":{"name":"Ada Brook"},"when":1961,"odd":["kept"]}]"#,
        r#"{"ferry":"x"},"#,
    ),
    (
        "tei",
        "<TEI><teiHeader><fileDesc><titleStmt><title>Letter From Ada Brook to Carl Rhein, May 1961</title></titleStmt><publicationStmt><date type='created' when='1961-05-02'>then</date></publicationStmt></fileDesc></teiHeader>\
         <text><body><p>Source: Town Library, Brook Papers, Box 2. Secret.</p><div><head>Of boats<note n='1'>Noted.</note></head><p>One <hi rend='bold'>two</hi> <choice><sic>thre</sic><corr>three</corr></choice></p><list><item>four</item></list></div></body></text></TEI>",
        "<p>five <note>six</note></p>",
    ),
    (
        "ead",
        "<ead><eadheader><eadid url='http://a.example'>x</eadid></eadheader><archdesc level='collection'><did><repository><corpname>Town Library</corpname></repository><unittitle>Papers</unittitle><unitid>MS 7</unitid><unitdate>1961</unitdate></did>\
         <prefercite><p>Identification of item; Papers, Box and Folder Number; Library.</p></prefercite><dsc><c level='series'><did><unittitle>Letters</unittitle></did><c level='file'><did><unittitle>Boats</unittitle><container type='box'>1</container></did></c></c></dsc></archdesc></ead>",
        "<c level='file'><did><unittitle>ferry</unittitle></did></c>",
    ),
    (
        "marcxml",
        "<record><leader>00000npcaa a4500</leader><datafield tag='245' ind1='1'><subfield code='a'>Papers,</subfield><subfield code='f'>1961</subfield></datafield><datafield tag='852'><subfield code='b'>Town Library</subfield></datafield></record>",
        "<datafield tag='650'><subfield code='a'>ferry</subfield></datafield>",
    ),
    (
        "mods",
        "<mods><titleInfo><title>Of boats</title></titleInfo><name type='personal'><namePart>Brook, Ada</namePart></name><originInfo><dateCreated>1961</dateCreated></originInfo><odd>kept</odd></mods>",
        "<subject><topic>ferry</topic></subject>",
    ),
    (
        "dublin-core",
        "<OAI-PMH><metadata><dc><title>Of boats</title><creator>Brook, Ada</creator><date>1961</date><format>kept</format></dc></metadata></OAI-PMH>",
        "<subject>ferry</subject>",
    ),
    (
        "eac",
        "<eac-cpf><control><recordId>R1</recordId></control><cpfDescription><nameEntry><part>Brook, Ada</part></nameEntry><biogHist><p>Born.</p></biogHist></cpfDescription></eac-cpf>",
        "<p>ferry</p>",
    ),
    (
        "iiif",
        r#"{"label":{"en":["Of boats"]},"metadata":[{"label":{"en":["Author"]},"value":{"en":["Brook, Ada"]}}],"items":[{"label":{"none":["leaf"]}}],"summary":{"en":["<b>kept</b>"]}}"#,
        r#"{"label":"ferry"},"#,
    ),
    (
        "json-ld",
        r#"<script type="application/ld+json">{"@type":"Message","name":"Of boats","author":{"@type":"Person","name":"Ada Brook"},"dateSent":"1961-05-02","odd":"kept"}</script>after"#,
        r#"<script type="application/ld+json">{"@type":"Book"}</script>"#,
    ),
    (
        "xml",
        "<article><info><title>Of boats</title><author>Ada Brook</author></info><section><title>One</title><para>two <emphasis>three</emphasis></para></section></article>",
        "<para>ferry</para>",
    ),
];

/// Reads a text as what it is.
pub fn as_format(text: &str, format: &str) -> Reading {
    let options = Options {
        format: format.to_owned(),
        ..Options::default()
    };
    read(text, &options).expect("a known format")
}
