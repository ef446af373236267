//! The style sheet: `style/main.css` with the files that it imports, as one text.

use std::fs;
use std::io;
use std::path::Path;

/// Puts the imported files in the place of their `@import` lines.
pub(crate) fn sheet(folder: &Path) -> io::Result<String> {
    let main = fs::read_to_string(folder.join("main.css"))?;
    let mut sheet = String::new();
    for line in main.lines() {
        match imported(line) {
            Some(file) => sheet.push_str(&fs::read_to_string(folder.join(file))?),
            None => sheet.push_str(line),
        }
        sheet.push('\n');
    }
    Ok(sheet)
}

fn imported(line: &str) -> Option<&str> {
    line.trim().strip_prefix("@import \"")?.strip_suffix("\";")
}
