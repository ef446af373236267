//! The file that is being imported. It lies in the app, not in a page, so that a file dropped on the
//! list of connectors is still there when the page of the import opens.

use leptos::prelude::*;
use leptos::server_fn::codec::MultipartData;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::JsFuture;

use crate::api::imports::{
    CreatedImport, ImportChoice, ImportPreview, MAX_FILE_BYTES, create_import, preview_import,
};
use crate::error::{AppError, ErrorKind};

/// How far an import is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// No file is there yet.
    Choosing,
    /// The server reads the file.
    Reading,
    /// What it holds is shown.
    Preview(Box<ImportPreview>),
}

/// The import that is going on.
#[derive(Clone, Copy)]
pub struct ImportDesk {
    /// How far it is.
    pub stage: RwSignal<Stage>,
    /// What went wrong last.
    pub error: RwSignal<Option<AppError>>,
    file: RwSignal<Option<SendWrapper<web_sys::File>>>,
    text: RwSignal<Option<String>>,
    /// Counts the files: the answer to an earlier one comes too late.
    turn: StoredValue<u32>,
}

/// Makes the place of imports. Called once, at the app's root.
pub fn provide_import_desk() {
    provide_context(ImportDesk {
        stage: RwSignal::new(Stage::Choosing),
        error: RwSignal::new(None),
        file: RwSignal::new(None),
        text: RwSignal::new(None),
        turn: StoredValue::new(0),
    });
}

/// The place of imports.
#[must_use]
pub fn use_import_desk() -> ImportDesk {
    expect_context::<ImportDesk>()
}

impl ImportDesk {
    /// The name of the file that was taken last.
    #[must_use]
    pub fn file_name(self) -> String {
        self.file
            .with(|file| file.as_ref().map(|file| file.name()).unwrap_or_default())
    }

    /// Takes a file and has it read.
    pub fn take(self, file: web_sys::File) {
        let turn = self.next_turn();
        let refusal = refusal(&file);
        self.file.set(Some(SendWrapper::new(file.clone())));
        self.error.set(refusal.clone());
        if refusal.is_some() {
            return self.stage.set(Stage::Choosing);
        }
        self.stage.set(Stage::Reading);
        spawn_local(async move {
            let answer = match form(&file, None) {
                Ok(form) => preview_import(form).await,
                Err(error) => Err(error),
            };
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match answer {
                Ok(preview) => self.stage.set(Stage::Preview(Box::new(preview))),
                Err(error) => {
                    self.error.set(Some(error));
                    self.stage.set(Stage::Choosing);
                }
            }
        });
    }

    /// Makes the connector.
    ///
    /// # Errors
    /// What the server says, or that the file is gone.
    pub async fn create(self, wanted: &ImportChoice) -> Result<CreatedImport, AppError> {
        let file = self
            .file
            .get_untracked()
            .ok_or_else(|| AppError::invalid("Choose the file again."))?;
        create_import(form(&file, Some(wanted))?).await
    }

    /// The text of the file, read when it is asked for; none until then, and where it is not text.
    #[must_use]
    pub fn text(self) -> ReadSignal<Option<String>> {
        if let (Some(file), None) = (self.file.get_untracked(), self.text.get_untracked()) {
            let turn = self.turn.get_value();
            spawn_local(async move {
                let text = JsFuture::from(file.text()).await;
                if self.turn.try_get_value() == Some(turn) {
                    self.text.set(text.ok().and_then(|text| text.as_string()));
                }
            });
        }
        self.text.read_only()
    }

    /// Forgets the file.
    pub fn cancel(self) {
        self.next_turn();
        self.file.set(None);
        self.error.set(None);
        self.stage.set(Stage::Choosing);
    }

    fn next_turn(self) -> u32 {
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        self.text.set(None);
        turn
    }
}

/// Why a file need not be sent at all.
fn refusal(file: &web_sys::File) -> Option<AppError> {
    let bound = u32::try_from(MAX_FILE_BYTES).map_or(f64::MAX, f64::from);
    if file.size() > bound {
        let mebibytes = MAX_FILE_BYTES / (1024 * 1024);
        let text = format!(
            "{} is larger than {mebibytes} MiB, the most that can be imported. It was not sent.",
            file.name()
        );
        return Some(AppError::new(ErrorKind::TooLarge, text));
    }
    (file.size() == 0.0)
        .then(|| AppError::invalid(format!("{} is empty. Choose another file.", file.name())))
}

fn form(file: &web_sys::File, wanted: Option<&ImportChoice>) -> Result<MultipartData, AppError> {
    let refused = |_| AppError::invalid("The browser did not hand over the file. Choose it again.");
    let form = web_sys::FormData::new().map_err(refused)?;
    if let Some(wanted) = wanted {
        form.append_with_str("title", &wanted.title)
            .map_err(refused)?;
        if let Some(operations) = &wanted.operations {
            let ids = serde_json::to_string(operations).unwrap_or_default();
            form.append_with_str("operations", &ids).map_err(refused)?;
        }
    }
    form.append_with_blob_and_filename("file", file, &file.name())
        .map_err(refused)?;
    Ok(form.into())
}
