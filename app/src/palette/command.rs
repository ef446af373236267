//! What can be done by a command, as data: name, label, group, icon and keys of each.

use crate::components::Shortcut;
use crate::texts::palette as t;
use crate::texts::{common, environment};

/// Something that the palette and the keyboard can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Opens and closes the palette.
    Palette,
    /// Opens the list of shortcuts.
    Shortcuts,
    /// Goes to the list of connectors.
    Connectors,
    /// Goes to the list of connections.
    Connections,
    /// Goes to the list of runs.
    Runs,
    /// Goes to where a connector is made.
    NewConnector,
    /// Opens the environments to choose among.
    Environment,
    /// Goes to the account of who is signed in.
    Account,
    /// Ends the session.
    SignOut,
    /// Chooses the light theme.
    LightTheme,
    /// Chooses the dark theme.
    DarkTheme,
    /// Chooses the theme that the system has.
    SystemTheme,
    /// Saves the open connector.
    Save,
    /// Takes the last action back.
    Undo,
    /// Does the last undone action again.
    Redo,
    /// Opens and closes the edits of the sitting.
    Edits,
    /// Opens and closes the problems.
    Problems,
    /// Goes to the versions.
    Versions,
    /// Downloads the open connector.
    Export,
    /// Downloads the open connector as a document of OpenAPI.
    ExportOpenApi,
    /// Goes to a step of the designer.
    General,
    /// Goes to a step of the designer.
    Security,
    /// Goes to a step of the designer.
    Definition,
    /// Goes to a step of the designer.
    Code,
    /// Goes to a step of the designer.
    Test,
}

/// What a command concerns; the list of shortcuts is parted by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// All of Tenon.
    Everywhere,
    /// How Tenon looks.
    Look,
    /// The open connector.
    Connector,
    /// The steps of the designer.
    Steps,
}

/// What there is to say about a command.
#[derive(Clone, Copy, Debug)]
pub(super) struct About {
    /// Its name, by which the browser remembers it.
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) group: Group,
    pub(super) icon: &'static str,
    /// Its keys; the first ones are shown beside it.
    pub(super) shortcuts: &'static [Shortcut],
}

impl Group {
    pub(super) const ALL: [Self; 4] = [Self::Everywhere, Self::Connector, Self::Steps, Self::Look];

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Everywhere => t::everywhere(),
            Self::Look => t::look(),
            Self::Connector => t::the_open_connector(),
            Self::Steps => t::steps_of_the_designer(),
        }
    }
}

const UNDO: Shortcut = Shortcut::control("z").outside_texts();
const REDO: Shortcut = Shortcut::control("z").and_shift().outside_texts();
const REDO_TOO: Shortcut = Shortcut::control("y").outside_texts();

impl Command {
    /// All, in the order in which they are listed.
    pub(super) const ALL: [Self; 25] = [
        Self::Save,
        Self::Undo,
        Self::Redo,
        Self::Problems,
        Self::Edits,
        Self::Versions,
        Self::Export,
        Self::ExportOpenApi,
        Self::General,
        Self::Security,
        Self::Definition,
        Self::Code,
        Self::Test,
        Self::NewConnector,
        Self::Connectors,
        Self::Connections,
        Self::Runs,
        Self::Environment,
        Self::Palette,
        Self::Shortcuts,
        Self::LightTheme,
        Self::DarkTheme,
        Self::SystemTheme,
        Self::Account,
        Self::SignOut,
    ];

    pub(super) fn about(self) -> About {
        use Group::{Connector, Everywhere, Look, Steps};
        let about = |name, label, group, icon, shortcuts| About {
            name,
            label,
            group,
            icon,
            shortcuts,
        };
        const fn key(key: &'static str) -> Shortcut {
            Shortcut::key(key)
        }
        match self {
            Self::Palette => about(
                "palette",
                common::search_and_commands(),
                Everywhere,
                "search",
                &const { [Shortcut::control("k")] },
            ),
            Self::Shortcuts => about(
                "shortcuts",
                common::keyboard_shortcuts(),
                Everywhere,
                "keyboard",
                &const { [key("?")] },
            ),
            Self::Connectors => about(
                "connectors",
                common::connectors(),
                Everywhere,
                "connector",
                &const { [key("c")] },
            ),
            Self::Connections => about(
                "connections",
                common::connections(),
                Everywhere,
                "link",
                &const { [key("l")] },
            ),
            Self::Runs => about(
                "runs",
                common::runs(),
                Everywhere,
                "history",
                &const { [key("r")] },
            ),
            Self::NewConnector => about(
                "new-connector",
                common::new_connector(),
                Everywhere,
                "plus",
                &const { [key("n")] },
            ),
            Self::Environment => about(
                "environment",
                environment::switch_environment(),
                Everywhere,
                "environment",
                &[],
            ),
            Self::Account => about("account", common::account(), Everywhere, "account", &[]),
            Self::SignOut => about("sign-out", common::sign_out(), Everywhere, "sign-out", &[]),
            Self::LightTheme => about("theme-light", t::light_theme(), Look, "sun", &[]),
            Self::DarkTheme => about("theme-dark", t::dark_theme(), Look, "moon", &[]),
            Self::SystemTheme => about(
                "theme-system",
                t::theme_as_the_system(),
                Look,
                "system",
                &[],
            ),
            Self::Save => about(
                "save",
                common::save(),
                Connector,
                "save",
                &const { [Shortcut::control("s")] },
            ),
            Self::Undo => about("undo", t::undo(), Connector, "undo", &[UNDO]),
            Self::Redo => about("redo", t::redo(), Connector, "redo", &[REDO, REDO_TOO]),
            Self::Edits => about(
                "edits",
                t::edits_of_this_sitting(),
                Connector,
                "list",
                &const { [key("e")] },
            ),
            Self::Problems => about(
                "problems",
                common::problems(),
                Connector,
                "alert",
                &const { [key("p")] },
            ),
            Self::Versions => about(
                "versions",
                common::versions(),
                Connector,
                "history",
                &const { [key("v")] },
            ),
            Self::Export => about(
                "export",
                common::export(),
                Connector,
                "download",
                &const { [key("x")] },
            ),
            Self::ExportOpenApi => about(
                "export-openapi",
                t::export_as_openapi(),
                Connector,
                "download",
                &[],
            ),
            Self::General => about(
                "general",
                common::general(),
                Steps,
                "chevron-right",
                &const { [key("1")] },
            ),
            Self::Security => about(
                "security",
                common::security(),
                Steps,
                "chevron-right",
                &const { [key("2")] },
            ),
            Self::Definition => about(
                "definition",
                common::definition(),
                Steps,
                "chevron-right",
                &const { [key("3")] },
            ),
            Self::Code => about(
                "code",
                common::code(),
                Steps,
                "chevron-right",
                &const { [key("4")] },
            ),
            Self::Test => about(
                "test",
                common::test(),
                Steps,
                "chevron-right",
                &const { [key("5")] },
            ),
        }
    }

    /// What it does, in a word or a few.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.about().label
    }

    /// The keys that are shown beside it.
    #[must_use]
    pub fn shortcut(self) -> Option<Shortcut> {
        self.about().shortcuts.first().copied()
    }

    /// Its keys as `aria-keyshortcuts` has them.
    #[must_use]
    pub fn told(self) -> Option<String> {
        let shortcuts = self.about().shortcuts.iter();
        let told: Vec<String> = shortcuts.map(|shortcut| shortcut.told()).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// Whether it goes on while its keys are held.
    pub(super) fn repeats(self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }
}

#[cfg(test)]
mod tests {
    use super::Command;

    #[test]
    fn no_two_commands_share_a_name_or_keys() {
        let mut names: Vec<&str> = Command::ALL.iter().map(|c| c.about().name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Command::ALL.len());
        let all = Command::ALL.iter().flat_map(|c| c.about().shortcuts);
        let mut keys: Vec<String> = all.map(|shortcut| shortcut.written(false)).collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }
}
