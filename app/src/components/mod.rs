//! The design system: small components on semantic HTML.
//!
//! A component takes what it shows as props and tells what happened by callbacks; it asks no server
//! and knows no page. Looks live in `style/`, one file per component, under the same names.

pub mod button;
pub mod checkbox;
pub mod code_block;
pub mod colour_input;
pub mod combobox;
pub mod copy_button;
pub mod dialog;
pub mod diff;
pub mod drawer;
pub mod empty_state;
pub mod error_panel;
pub mod field;
pub mod file_drop;
pub mod icon;
mod identity;
pub mod json_block;
pub mod menu;
pub mod number_input;
pub mod popover;
pub mod progress;
pub mod select;
pub mod skeleton;
pub mod stepper;
pub mod table;
pub mod tabs;
pub mod text_input;
mod text_sync;
pub mod time;
pub mod toast;
pub mod tooltip;
pub mod tree;

pub use button::{Button, ButtonKind};
pub use checkbox::Checkbox;
pub use code_block::CodeBlock;
pub use colour_input::ColourInput;
pub use combobox::{Choice, Combobox};
pub use copy_button::CopyButton;
pub use dialog::Dialog;
pub use diff::Diff;
pub use drawer::Drawer;
pub use empty_state::EmptyState;
pub use error_panel::ErrorPanel;
pub use field::{Field, FieldNote};
pub use file_drop::{FileDrop, FilePick};
pub use icon::Icon;
pub use identity::unique_id;
pub use json_block::{JsonBlock, json_item};
pub use menu::Menu;
pub use number_input::NumberInput;
pub use popover::Popover;
pub use progress::Progress;
pub use select::Select;
pub use skeleton::Skeleton;
pub use stepper::{StepLink, Stepper};
pub use table::{Direction, SortHead, VirtualTable};
pub use tabs::{Tab, Tabs};
pub use text_input::{TextArea, TextInput};
pub use time::Time;
pub use toast::{ToastRegion, Toasts, provide_toasts, use_toasts};
pub use tooltip::Tooltip;
pub use tree::{Tree, TreeItem};
