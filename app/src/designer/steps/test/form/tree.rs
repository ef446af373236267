//! A tree in which the value of a field is picked, its levels fetched with calls of other operations.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::request::form::text_of;
use tenon_connector::request::tree::{TreeLevel, TreeNode, nodes_in, supplied_tree};
use tenon_connector::swagger::{Dynamic, OperationKey};

use super::at::SchemaAt;
use super::state::FormState;
use super::supply::{Asked, Part, Supplier};
use crate::components::{Button, Icon, Tree, TreeBranch, TreeItem};
use crate::designer::state::use_designer;
use crate::texts::{findings, test as t};

/// How far the first level is fetched.
#[derive(Clone)]
enum Fetched {
    NotYet,
    UnderWay,
    Level(Asked, TreeLevel),
}

/// What the items of a tree share.
#[derive(Clone, Copy)]
struct Picker {
    supplier: StoredValue<Supplier>,
    /// What stands in the field.
    value: Signal<String>,
    /// A value was picked.
    on_change: Callback<String>,
    /// The value that was picked last, and its whole title.
    picked: RwSignal<Option<(String, String)>>,
    /// Why a level could not be had.
    failed: RwSignal<Option<String>>,
}

/// A button that fetches the tree of a field, then the tree; nothing for a field that has none. Any other value can be
/// written into the field still.
#[component]
pub(super) fn SuppliedTree(
    /// What is filled in.
    form: FormState,
    /// The operation.
    operation: OperationKey,
    /// Where the parameter or the schema is.
    holder: SchemaAt,
    /// The name of the field.
    title: String,
    /// What stands in the field.
    #[prop(into)]
    value: Signal<String>,
    /// A value was picked.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let designer = use_designer();
    let own = holder.clone();
    let is_supplied = designer.memo(move |connector| {
        let found = own.with_dynamic(connector, supplied_tree, |_| ());
        found.is_some()
    });
    let picker = Picker {
        supplier: StoredValue::new(Supplier {
            designer,
            form,
            operation,
            holder,
            find: supplied_tree,
        }),
        value,
        on_change,
        picked: RwSignal::new(None),
        failed: RwSignal::new(None),
    };
    let fetched = RwSignal::new(Fetched::NotYet);
    let fetch = move || open_tree(picker, fetched);
    let is_under_way = Signal::derive(move || fetched.with(|own| matches!(own, Fetched::UnderWay)));
    let is_there = Memo::new(move |_| fetched.with(|own| matches!(own, Fetched::Level(..))));
    let is_outdated = Memo::new(move |_| {
        fetched.with(|own| match own {
            Fetched::Level(asked, _) => picker
                .supplier
                .with_value(|own| own.is_outdated(open, asked)),
            _ => false,
        })
    });
    let label = StoredValue::new(t::tree_for(&title));
    let tree = move || {
        let Fetched::Level(_, level) = fetched.get() else {
            return None;
        };
        if level.nodes.is_empty() {
            return Some(
                view! { <p class="form-note">{t::there_is_nothing_in_the_tree()}</p> }.into_any(),
            );
        }
        let items = items_of(picker, level);
        Some(view! { <Tree label=label.get_value() items/> }.into_any())
    };
    let chosen = move || {
        let (text, title) = picker.picked.get()?;
        (text == value.get()).then(|| view! { <p class="form-note">{t::picked(&title)}</p> })
    };
    view! {
        <Show when=move || is_supplied.get()>
            <div class="supplied-choices">
                <Button busy=is_under_way on_click=fetch>
                    <Icon name="list"/>
                    {move || if is_there.get() { t::load_the_tree_again() } else { t::pick_in_the_tree() }}
                </Button>
                <Show when=move || is_outdated.get()>
                    <p class="form-note" role="status">{t::the_tree_is_for_other_values()}</p>
                </Show>
                {tree}
                {move || picker.failed.get().map(|reason| view! { <p class="field-error" role="alert">{reason}</p> })}
                {chosen}
            </div>
        </Show>
    }
}

fn open<'a>(dynamic: &Dynamic<'a>) -> Option<Dynamic<'a>> {
    dynamic.open()
}

fn browse<'a>(dynamic: &Dynamic<'a>) -> Option<Dynamic<'a>> {
    dynamic.browse()
}

/// Fetches the first level.
fn open_tree(picker: Picker, fetched: RwSignal<Fetched>) {
    let supplier = picker.supplier.get_value();
    picker.failed.set(None);
    let asked = match supplier.call(open, None) {
        None => {
            return picker
                .failed
                .set(Some(t::the_tree_is_not_opened().to_owned()));
        }
        Some(Ok(asked)) => asked,
        Some(Err(reason)) => return picker.failed.set(Some(reason)),
    };
    let before = fetched.get_untracked();
    fetched.set(Fetched::UnderWay);
    spawn_local(async move {
        let level = fetch_level(&supplier, open, asked.clone()).await;
        if fetched.is_disposed() {
            return;
        }
        match level {
            Ok(level) => fetched.set(Fetched::Level(asked, level)),
            Err(reason) => {
                fetched.set(before);
                picker.failed.set(Some(reason));
            }
        }
    });
}

async fn fetch_level(supplier: &Supplier, part: Part, asked: Asked) -> Result<TreeLevel, String> {
    let answer = supplier.answer(asked).await?;
    let level = supplier.read(part, |_, dynamic| nodes_in(dynamic, &answer));
    let level = level.ok_or_else(|| t::the_tree_is_not_opened().to_owned())?;
    level.map_err(|error| findings::of_call(&error.message()))
}

/// The items of a level, and how many there are beside them.
fn items_of(picker: Picker, level: TreeLevel) -> Vec<TreeItem> {
    let (parents, leaves, is_browsed) = picker.supplier.with_value(|supplier| {
        let has_browse = supplier.read(browse, |_, _| ()).is_some();
        let selectable = supplier.read(super::supply::whole, |_, tree| tree.selectable());
        let (parents, leaves) = selectable.unwrap_or((false, false));
        (parents, leaves, has_browse)
    });
    let nodes = level.nodes.into_iter();
    let mut items: Vec<TreeItem> = nodes
        .map(|node| {
            let is_parent = node.is_parent && is_browsed;
            let is_pickable = if node.is_parent { parents } else { leaves };
            item_of(picker, node, is_parent, is_pickable)
        })
        .collect();
    if items.is_empty() {
        items.push(TreeItem::leaf(t::nothing_in_it(), ""));
    }
    if level.left_out > 0 {
        items.push(TreeItem::leaf(t::items_are_left_out(&level.left_out), ""));
    }
    items
}

fn item_of(picker: Picker, node: TreeNode, is_parent: bool, is_pickable: bool) -> TreeItem {
    let text = text_of(&node.value);
    let note = if text == node.title {
        String::new()
    } else {
        text.clone()
    };
    let (own, whole_title) = (text.clone(), node.full_title.clone());
    let item = if is_parent {
        TreeItem::asked(node.title.clone(), note, move || open_node(picker, &node))
    } else {
        TreeItem::leaf(node.title, note)
    };
    if !is_pickable {
        return item;
    }
    let is_picked = move || picker.value.with(|value| *value == text);
    item.picked(is_picked, move || {
        picker.picked.set(Some((own.clone(), whole_title.clone())));
        picker.on_change.run(own.clone());
    })
}

/// Fetches what is in an item.
fn open_node(picker: Picker, node: &TreeNode) -> ArcRwSignal<TreeBranch> {
    let branch = ArcRwSignal::new(TreeBranch::UnderWay);
    let supplier = picker.supplier.get_value();
    picker.failed.set(None);
    let title = node.title.clone();
    let asked = match supplier.call(browse, Some(&node.item)) {
        Some(Ok(asked)) => asked,
        None => {
            fail(picker, &branch, &title, t::the_tree_is_not_opened());
            return branch;
        }
        Some(Err(reason)) => {
            fail(picker, &branch, &title, &reason);
            return branch;
        }
    };
    let told = branch.clone();
    spawn_local(async move {
        let level = fetch_level(&supplier, browse, asked).await;
        if picker.failed.is_disposed() {
            return;
        }
        match level {
            Ok(level) => told.set(TreeBranch::Items(items_of(picker, level))),
            Err(reason) => fail(picker, &told, &title, &reason),
        }
    });
    branch
}

fn fail(picker: Picker, branch: &ArcRwSignal<TreeBranch>, title: &str, reason: &str) {
    branch.set(TreeBranch::Failed);
    picker.failed.set(Some(t::not_opened(&title, &reason)));
}
