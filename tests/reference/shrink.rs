//! Makes a failing world as small as it gets.

use super::model::{Collection, Disposition, Release, Scope, World};
use super::observe::is_valid;

/// The smallest world found, by leaving out one thing after the other, that still fails.
pub fn shrunk(mut world: World, fails: impl Fn(&World) -> bool) -> World {
    loop {
        let smaller = candidates(&world).into_iter().find(|it| *it != world && is_valid(it) && fails(it));
        match smaller {
            Some(smaller) => world = smaller,
            None => return world,
        }
    }
}

/// Every world with one thing less.
fn candidates(world: &World) -> Vec<World> {
    let mut all = Vec::new();
    let mut with = |change: &dyn Fn(&mut World)| {
        let mut smaller = world.clone();
        change(&mut smaller);
        all.push(smaller);
    };
    for at in 0..world.collections.len() {
        with(&|it| {
            let gone = it.collections.remove(at);
            for other in &mut it.collections {
                other.links.retain(|link| link.to != gone.name);
            }
            if !it.collections.iter().any(|other| other.table == gone.table) {
                it.tables.remove(&gone.table);
            }
        });
    }
    for (table, rows) in &world.tables {
        for at in 0..rows.len() {
            with(&|it| drop(it.tables.get_mut(table).unwrap().remove(at)));
        }
    }
    for at in 0..world.collections.len() {
        let collection = &world.collections[at];
        for link in 0..collection.links.len() {
            with(&|it| drop(it.collections[at].links.remove(link)));
            with(&|it| it.collections[at].links[link].only.clear());
            with(&|it| it.collections[at].links[link].release = Release::Link);
        }
        for field in 0..collection.fields.len() {
            with(&|it| drop(it.collections[at].fields.remove(field)));
            with(&|it| it.collections[at].fields[field].category = None);
        }
        for identifier in 0..collection.identifiers.len() {
            with(&|it| drop(it.collections[at].identifiers.remove(identifier)));
        }
        with(&|it| it.collections[at].tenant = None);
        with(&|it| it.collections[at].tenant_root = false);
        with(&|it| it.collections[at].only.clear());
        with(&|it| it.collections[at].not_null.clear());
        with(&|it| it.collections[at].subject = None);
        with(&|it| it.collections[at].category = it.categories[0].id.clone());
    }
    for at in 0..world.categories.len() {
        with(&|it| {
            let is_asked =
                matches!(&it.request.scope, Scope::Categories(ids) if ids.contains(&it.categories[at].id));
            if it.categories.len() == 1 || is_asked {
                return;
            }
            let gone = it.categories.remove(at).id;
            let other = it.categories[0].id.clone();
            for collection in &mut it.collections {
                if collection.category == gone {
                    collection.category.clone_from(&other);
                }
                collection.fields.retain(|field| field.category.as_ref() != Some(&gone));
            }
        });
        with(&|it| it.categories[at].disposition = Disposition::Erase);
    }
    for (table, rows) in &world.tables {
        for (at, row) in rows.iter().enumerate() {
            for field in row.keys().filter(|field| field.as_str() != "id" && field.as_str() != "part") {
                let is_needed = |it: &Collection| it.table == *table && it.not_null.contains(field);
                if world.collections.iter().any(is_needed) {
                    continue;
                }
                with(&|it| drop(it.tables.get_mut(table).unwrap()[at].remove(field)));
            }
        }
    }
    for at in 0..world.request.identifiers.len().min(if world.request.identifiers.len() > 1 { 9 } else { 0 })
    {
        with(&|it| drop(it.request.identifiers.remove(at)));
    }
    for person in 0..world.request.persons.len() {
        let persons = &world.request.persons;
        if persons.len() > 1 {
            with(&|it| drop(it.request.persons.remove(person)));
        }
        for at in 0..if persons[person].len() > 1 { persons[person].len() } else { 0 } {
            with(&|it| drop(it.request.persons[person].remove(at)));
        }
    }
    with(&|it| it.holds.clear());
    with(&|it| {
        it.described = false;
        it.collections.iter_mut().for_each(|collection| collection.not_null.clear());
    });
    with(&|it| {
        if it.request.scope != Scope::Tenant {
            it.request.tenant = None;
        }
    });
    with(&|it| it.request.scope = Scope::Subject);
    all
}
