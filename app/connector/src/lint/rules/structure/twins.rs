//! Members that stand twice in one object.

use crate::document::Path;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::unit::Unit;
use crate::message::message;
use crate::{Connector, Part};

rules! {
    /// JSON says nothing of an object in which a name stands twice, and readers take the first, the last, or
    /// none. Tenon takes the last, and writes only that one as soon as something in the object is
    /// changed. Remove one of them.
    MEMBER_TWICE = "MemberStandsTwice", -, Warning, Always,
        "Each name stands once in an object";
}

/// Looks at the members of a unit that stand twice.
pub(in crate::lint) fn check(unit: &Unit, connector: &Connector, report: &mut Report<'_>) {
    for part in [Part::Definition, Part::Properties] {
        report.about(part);
        let is_here = |path: &&Path| Unit::home(part, path) == *unit;
        if !connector
            .part(part)
            .twins_as_read()
            .any(|path| is_here(&path))
        {
            continue;
        }
        // The text keeps them as long as nothing around them is changed, be it in another unit.
        let document = report.model().connector().part(part);
        for path in document.twins().filter(is_here) {
            let Some((object, key)) = path.split_last() else {
                continue;
            };
            let place = Place::of(&object);
            let Some(key) = key.as_key() else { continue };
            report.find(&MEMBER_TWICE, &place.key(key), || {
                message!("“{key}” stands twice in this object. The last one counts; the first is gone once \
                     something in the object is changed. Remove one of them.", key)
            });
        }
    }
}
