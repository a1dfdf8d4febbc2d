//! Pages in a real browser: nothing flows over, the sheet prints on two pages, nothing is asked of the network.
//!
//! `tests/forms/run` installs what this needs and runs it.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::asking::{answered, folder, questions};

/// Rows that a phone shows as cards lose their native role with their display, so they say it; the validator does not
/// know of that.
const NATIVE_ROLES: &str = ".*“role” attribute must not be used on a.*which has a “table” ancestor.*";

/// What `chromium` prints with `arguments`.
fn chromium(arguments: &[&str], work: &Path) -> String {
    let profile = format!("--user-data-dir={}", work.join("profile").display());
    let usual = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", &profile];
    let output = Command::new("chromium").args(usual).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Every answer's page, and the sheets for everybody.
fn pages() -> Vec<String> {
    let sheets =
        ["pupil", "changer", "developer", "counsellor"].map(|reader| format!("sheet --for {reader}"));
    questions().into_iter().map(str::to_owned).chain(sheets).collect()
}

#[test]
#[ignore = "needs chromium: tests/forms/run runs it"]
fn nothing_flows_over_at_any_width() {
    let work = folder("widths");
    let mut frames = String::new();
    for (at, question) in pages().iter().enumerate() {
        for lang in ["fr", "en"] {
            let file = format!("{at}-{lang}.html");
            fs::write(work.join(&file), answered(&format!("{question} --format html --lang {lang}")))
                .unwrap();
            for width in [360, 390, 768, 880, 1280] {
                frames += &format!(
                    "<iframe title='{question} {lang} {width}' src='{file}' style='width:{width}px;height:600px;border:0'></iframe>\n"
                );
            }
        }
    }
    let script = "addEventListener('load',()=>{document.body.innerHTML=[...document.querySelectorAll('iframe')].map(f=>{const r=f.contentDocument.documentElement;return f.title+': '+(r.scrollWidth<=r.clientWidth?'fits':'OVER '+r.scrollWidth)}).join('\\n')})";
    fs::write(work.join("all.html"), format!("<!DOCTYPE html><body>{frames}<script>{script}</script>"))
        .unwrap();
    let address = format!("file://{}", work.join("all.html").display());
    let told = chromium(&["--virtual-time-budget=60000", "--dump-dom", &address], &work);
    assert!(told.matches(": fits").count() >= pages().len() * 10 - told.matches(": OVER").count(), "{told}");
    assert!(
        !told.contains(": OVER"),
        "{}",
        told.lines().filter(|line| line.contains("OVER")).collect::<Vec<_>>().join("\n")
    );
    fs::remove_dir_all(work).unwrap();
}

/// How many pages a printed answer has.
fn printed(question: &str, dark: bool, work: &Path) -> usize {
    let (page, pdf) = (work.join("page.html"), work.join("page.pdf"));
    fs::write(&page, answered(&format!("{question} --format html"))).unwrap();
    let print = format!("--print-to-pdf={}", pdf.display());
    let address = format!("file://{}", page.display());
    let mut arguments = vec!["--no-pdf-header-footer", &print, &address];
    if dark {
        arguments.push("--blink-settings=preferredColorScheme=0");
    }
    chromium(&arguments, work);
    lopdf::Document::load(&pdf).unwrap().get_pages().len()
}

#[test]
#[ignore = "needs chromium: tests/forms/run runs it"]
fn the_sheet_prints_on_two_pages_and_an_answer_on_one() {
    let work = folder("print");
    for lang in ["fr", "en"] {
        for reader in ["pupil", "changer", "developer", "counsellor"] {
            let question = format!("sheet --for {reader} --lang {lang}");
            assert_eq!(printed(&question, false, &work), 2, "{question}");
        }
        let question = format!("sheet --region ile-de-france --level senior --name x --lang {lang}");
        assert_eq!(printed(&question, true, &work), 2, "{question}");
        for answer in ["pay 48000", "progression", "freelance --daily-rate 450"] {
            let question = format!("{answer} --lang {lang}");
            assert_eq!(printed(&question, lang == "fr", &work), 1, "{question}");
        }
    }
    fs::remove_dir_all(work).unwrap();
}

/// The size at which the pages are printed: a browser shrinks all of them where one is too wide.
fn scales(pdf: &Path) -> Vec<f32> {
    let pdf = lopdf::Document::load(pdf).unwrap();
    let scale = |page: lopdf::ObjectId| {
        let content = lopdf::content::Content::decode(&pdf.get_page_content(page)).unwrap();
        // The first puts the page on the paper, the second what stands on the page.
        let placed = content.operations.iter().filter(|operation| operation.operator == "cm").nth(1).unwrap();
        placed.operands[0].as_float().unwrap()
    };
    pdf.page_iter().map(scale).collect()
}

#[test]
#[ignore = "needs chromium: tests/forms/run runs it"]
fn the_sheet_prints_at_its_full_size() {
    let work = folder("size");
    for reader in ["pupil", "developer"] {
        for lang in ["fr", "en"] {
            printed(&format!("sheet --for {reader} --lang {lang}"), false, &work);
            let scales = scales(&work.join("page.pdf"));
            // Of 300 points to an inch a pixel takes 1 in 96.
            assert!(scales.iter().all(|scale| (scale - 3.125).abs() < 0.01), "{reader} {lang}: {scales:?}");
        }
    }
    fs::remove_dir_all(work).unwrap();
}

#[test]
#[ignore = "needs chromium: tests/forms/run runs it"]
fn a_page_asks_nothing_of_the_network() {
    let work = folder("network");
    for question in ["salary", "sheet", "training", "sources"] {
        let page = work.join("page.html");
        fs::write(&page, answered(&format!("{question} --format html"))).unwrap();
        let log = work.join("net.json");
        let net = format!("--log-net-log={}", log.display());
        let address = format!("file://{}", page.display());
        chromium(
            &[
                &net,
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--dump-dom",
                &address,
            ],
            &work,
        );
        let log = fs::read_to_string(&log).unwrap_or_default();
        for asked in log.split("\"url\":\"").skip(1).map(|part| part.split('"').next().unwrap()) {
            let by_browser =
                ["google", "gvt1", "chrome", "data:", "file:"].iter().any(|own| asked.contains(own));
            assert!(by_browser, "{question}: {asked}");
        }
    }
    fs::remove_dir_all(work).unwrap();
}

#[test]
#[ignore = "needs vnu.jar and java: tests/forms/run runs it"]
fn every_page_is_valid_html() {
    let work = folder("valid");
    let mut files = Vec::new();
    for (at, question) in pages().iter().enumerate() {
        for lang in ["fr", "en"] {
            let file = work.join(format!("{at}-{lang}.html"));
            fs::write(&file, answered(&format!("{question} --format html --lang {lang}"))).unwrap();
            files.push(file);
        }
    }
    let jar = std::env::var("VNU_JAR").expect("VNU_JAR says where vnu.jar is");
    let output = Command::new("java")
        .args(["-jar", &jar, "--errors-only", "--filterpattern", NATIVE_ROLES])
        .args(&files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::remove_dir_all(work).unwrap();
}
