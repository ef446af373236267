//! The file that is being imported. It lies in the app, not in a page, so that a file dropped on the
//! list of connectors is still there when the page of the import opens.

use futures_util::StreamExt;
use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use send_wrapper::SendWrapper;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen_futures::JsFuture;

use super::form::{Origin, bytes_of, file_of_bytes, file_of_text, form, refusal};
use super::{upload, worker};
use crate::api::imports::{
    CreateImport, CreatedImport, FetchStep, Fetched, Following, ImportChoice, ImportPreview,
    PreviewImport, StepReader, fetch_source,
};
use crate::error::{AppError, ErrorKind};
use crate::later::Loading;
use crate::texts::import as t;

/// Above so many bytes a file is read in the browser, and the page shows how far it is, and how much of it is sent where
/// it is sent. With what it refers to: a smaller one is at the server and back before a worker is there.
const LARGE: u64 = 1024 * 1024;

/// How far an import is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// No file is there yet.
    Choosing,
    /// The server fetches the document.
    Fetching {
        /// The bytes that came so far.
        done: u64,
        /// How many there are, if the service says so.
        size: Option<u64>,
        /// The document that it refers to and that is being fetched, once it is there itself.
        following: Option<Following>,
    },
    /// The file is on its way to the server.
    Sending(Sent),
    /// The file is read, by a worker of the browser or by the server.
    Reading,
    /// What it holds is shown.
    Preview(Box<ImportPreview>),
}

/// How much of a file the server has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The bytes that are there.
    pub done: u64,
    /// How many there are.
    pub size: u64,
}

/// The import that is going on.
#[derive(Clone, Copy)]
pub struct ImportDesk {
    /// How far it is.
    pub stage: RwSignal<Stage>,
    /// What went wrong last.
    pub error: RwSignal<Option<AppError>>,
    /// Where the file came from: its name, an address, or that it was pasted.
    pub source: RwSignal<String>,
    file: RwSignal<Option<SendWrapper<web_sys::File>>>,
    text: RwSignal<Option<String>>,
    /// Where the file was fetched, and what it refers to.
    origin: StoredValue<Origin>,
    /// Counts the files: the answer to an earlier one comes too late.
    turn: StoredValue<u32>,
    /// Whether the file is so large that to send and read it takes its time.
    pub large: RwSignal<bool>,
    /// How far the file is that is sent to be kept.
    pub sent: RwSignal<Option<Sent>>,
    /// Ends the fetch or the reading that is going on.
    work: StoredValue<Option<AbortHandle>>,
}

#[wasm_split(import, wasm_split_path = leptos::wasm_split, fallible)]
fn fetched(desk: ImportDesk, url: String) -> Result<Loading<web_sys::File>, AppError> {
    Ok(Box::pin(desk.fetched(url)))
}

#[wasm_split(import, wasm_split_path = leptos::wasm_split, fallible)]
fn looked_into(
    desk: ImportDesk,
    file: web_sys::File,
    turn: u32,
) -> Result<Loading<ImportPreview>, AppError> {
    Ok(Box::pin(desk.looked_into(file, turn)))
}

/// Makes the place of imports. Called once, at the app's root.
pub fn provide_import_desk() {
    provide_context(ImportDesk {
        stage: RwSignal::new(Stage::Choosing),
        error: RwSignal::new(None),
        source: RwSignal::new(String::new()),
        file: RwSignal::new(None),
        text: RwSignal::new(None),
        origin: StoredValue::new(Origin::default()),
        turn: StoredValue::new(0),
        large: RwSignal::new(false),
        sent: RwSignal::new(None),
        work: StoredValue::new(None),
    });
}

/// The place of imports.
#[must_use]
pub fn use_import_desk() -> ImportDesk {
    expect_context::<ImportDesk>()
}

impl ImportDesk {
    /// Takes a file and has it read.
    pub fn take(self, file: web_sys::File) {
        self.begin(file.name());
        self.read(file);
    }

    /// Takes a text and has it read.
    pub fn paste(self, text: &str) {
        self.begin(t::pasted_text().to_owned());
        match file_of_text(t::pasted_text(), text) {
            Ok(file) => self.read(file),
            Err(error) => self.fail(error),
        }
    }

    /// Has a document fetched from an address, and read when it is there.
    pub fn fetch(self, url: String) {
        self.begin(url.clone());
        self.stage.set(Stage::Fetching {
            done: 0,
            size: None,
            following: None,
        });
        let (work, abort) = abortable(async move { fetched(self, url).await?.await });
        self.work.set_value(Some(abort));
        spawn_local(async move {
            match work.await {
                Ok(Ok(file)) => self.read(file),
                Ok(Err(error)) => self.fail(error),
                // It was cancelled: nobody waits for it any more.
                Err(_) => {}
            }
        });
    }

    /// The document at an address, as a file.
    async fn fetched(self, url: String) -> Result<web_sys::File, AppError> {
        let mut pieces = fetch_source(url).await?.into_inner();
        let (mut reader, mut bytes, mut size) = (StepReader::default(), Vec::new(), None);
        let (mut referred, mut following) = (Vec::new(), None);
        while let Some(piece) = pieces.next().await {
            for step in reader.take(&piece?)? {
                match step {
                    FetchStep::Size(all) => size = Some(all),
                    FetchStep::Data(data) => bytes.extend(data),
                    FetchStep::Following(now) => following = Some(now),
                    FetchStep::Referred(other) => referred.push(*other),
                    FetchStep::Failed(error) => return Err(error),
                    FetchStep::Done(Fetched { name, url }) => {
                        self.source.set(url.clone());
                        self.origin.set_value(Origin {
                            address: Some(url),
                            referred,
                        });
                        return file_of_bytes(&name, &bytes);
                    }
                }
            }
            let done = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            self.stage.set(Stage::Fetching {
                done,
                size,
                following: following.clone(),
            });
        }
        let reason = t::the_fetch_broke_off_try_again_or();
        Err(AppError::new(ErrorKind::Offline, reason))
    }

    fn read(self, file: web_sys::File) {
        let turn = self.turn.get_value();
        self.file.set(Some(SendWrapper::new(file.clone())));
        if let Some(refusal) = refusal(&file) {
            return self.fail(refusal);
        }
        let size = bytes_of(&file);
        let referred = self.origin.with_value(Origin::referred_bytes);
        let referred = u64::try_from(referred).unwrap_or(u64::MAX);
        self.large.set(size.saturating_add(referred) > LARGE);
        self.stage.set(Stage::Reading);
        let (work, abort) = abortable(async move { looked_into(self, file, turn).await?.await });
        self.work.set_value(Some(abort));
        spawn_local(async move {
            // It was cancelled, or another file came: nobody waits for it any more.
            let Ok(answer) = work.await else { return };
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match answer {
                Ok(preview) => self.stage.set(Stage::Preview(Box::new(preview))),
                Err(error) => self.fail(error),
            }
        });
    }

    /// What the file holds, as a worker of the browser says where the file is large, else as the server says; the stage
    /// tells how far that is.
    async fn looked_into(self, file: web_sys::File, turn: u32) -> Result<ImportPreview, AppError> {
        if self.large.get_untracked() {
            let request = self.origin.with_value(|it| worker::request(&file, it))?;
            if let Some(answer) = worker::preview(&request).await {
                return Ok(answer?);
            }
        }
        let size = bytes_of(&file);
        let form = self.form::<ImportChoice>(&file, None)?;
        let on_sent = move |done: u64| {
            if self.turn.try_get_value() == Some(turn) {
                // The form is a little larger than its file.
                self.stage.set(match done {
                    done if done < size => Stage::Sending(Sent { done, size }),
                    _ => Stage::Reading,
                });
            }
        };
        on_sent(0);
        upload::send(PreviewImport::PATH, &form, on_sent).await
    }

    /// Makes the connector.
    ///
    /// # Errors
    /// What the server says, or that the file is gone.
    pub async fn create(self, wanted: &ImportChoice) -> Result<CreatedImport, AppError> {
        self.send(CreateImport::PATH, wanted).await
    }

    /// Sends the file with what it refers to and what is wanted of it to a server function; [`Self::sent`] tells how far
    /// that is.
    ///
    /// # Errors
    /// What the server says, or that the file is gone.
    pub(super) async fn send<C: Serialize, T: DeserializeOwned>(
        self,
        path: &str,
        wanted: &C,
    ) -> Result<T, AppError> {
        let file = self.file()?;
        let form = self.form(&file, Some(wanted))?;
        let (size, turn) = (bytes_of(&file), self.turn.get_value());
        let tell = move |sent| {
            if self.turn.try_get_value() == Some(turn) {
                self.sent.set(sent);
            }
        };
        let on_sent = move |done: u64| {
            let done = done.min(size);
            tell(Some(Sent { done, size }));
        };
        on_sent(0);
        let answer = upload::send(path, &form, on_sent).await;
        tell(None);
        answer
    }

    fn form<C: Serialize>(
        self,
        file: &web_sys::File,
        wanted: Option<&C>,
    ) -> Result<web_sys::FormData, AppError> {
        self.origin.with_value(|origin| form(file, origin, wanted))
    }

    /// The file.
    ///
    /// # Errors
    /// When it is gone.
    pub fn file(self) -> Result<web_sys::File, AppError> {
        let file = self.file.get_untracked();
        let file = file.ok_or_else(|| AppError::invalid(t::choose_the_file_again()))?;
        Ok(file.take())
    }

    /// The text of the file, read when it is asked for; none until then, and where it is not text.
    #[must_use]
    pub fn text(self) -> ReadSignal<Option<String>> {
        if let (Ok(file), None) = (self.file(), self.text.get_untracked()) {
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

    /// Forgets the file, and ends the fetch.
    pub fn cancel(self) {
        self.begin(String::new());
    }

    fn fail(self, error: AppError) {
        self.error.set(Some(error));
        self.stage.set(Stage::Choosing);
    }

    /// Forgets what was before, for a file from somewhere.
    fn begin(self, source: String) {
        if let Some(work) = self.work.get_value() {
            work.abort();
        }
        self.work.set_value(None);
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.file.set(None);
        self.text.set(None);
        self.origin.set_value(Origin::default());
        self.error.set(None);
        self.sent.set(None);
        self.source.set(source);
        self.stage.set(Stage::Choosing);
    }
}
