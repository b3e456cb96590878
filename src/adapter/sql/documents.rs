//! Masks inside of documents whose paths SQL cannot follow: through lists, into texts that hold JSON, to names that come
//! twice. They are read, rewritten and written back; all others are left to [`masking`](super::masking).

use super::dialect::Dialect;
use super::driver::{Cause, Driver, Failure, Row, Transaction as _};
use super::masking::{CHUNK, json_cell};
use super::render::{Malformed, Renderer, Scope, Sql};
use super::shape::{FieldIn, Shapes};
use super::statements::row_names;
use crate::port::document::replaced;
use crate::port::{EntropyError, FieldMask, Place, Selection, StoreErrorKind};
use crate::value::Value;

/// The documents of one call in which a path does not lead from object to object to one value, so that SQL cannot follow it.
pub(super) struct Documents<'a> {
    shapes: &'a Shapes,
    place: &'a Place,
    selection: &'a Selection,
    /// The columns that hold documents, by the name that the fields begin with, and what is masked in each.
    columns: Vec<(&'a str, MasksInside<'a>)>,
}

/// What is masked inside of a document: each mask behind its path.
type MasksInside<'a> = Vec<(Vec<&'a str>, &'a FieldMask)>;

impl<'a> Documents<'a> {
    /// `None` where no mask is for a field inside of a document.
    pub(super) fn new(
        shapes: &'a Shapes,
        place: &'a Place,
        masks: &'a [FieldMask],
        selection: &'a Selection,
    ) -> Option<Self> {
        let mut columns: Vec<(&str, MasksInside<'_>)> = Vec::new();
        for mask in masks {
            let Some(FieldIn::Json(_, path)) = shapes.of(place.table()).map(|shape| shape.field(&mask.field))
            else {
                continue;
            };
            let column = mask.field.split_once('.').map_or(mask.field.as_str(), |(column, _)| column);
            // What is masked as a whole needs nothing masked inside of it.
            if masks.iter().any(|other| other.field.eq_ignore_ascii_case(column)) {
                continue;
            }
            let inside = (path.split('.').collect(), mask);
            match columns.iter_mut().find(|(known, _)| *known == column) {
                Some((_, known)) => known.push(inside),
                None => columns.push((column, vec![inside])),
            }
        }
        (!columns.is_empty()).then_some(Self { shapes, place, selection, columns })
    }

    /// Masks inside of these documents, and leaves all others to SQL.
    pub(super) async fn mask<D: Driver>(&self, driver: &D) -> Result<(), Failure> {
        let mut transaction = driver.begin().await?;
        let rows = transaction.rows(self.read::<D>().map_err(|error| Failure::malformed(&error))?).await?;
        for chunk in rows.chunks(CHUNK) {
            transaction.execute(self.write_back::<D>(chunk)?).await?;
        }
        transaction.commit().await
    }

    /// What tells the matching rows with such documents apart, and the columns that hold documents.
    fn read<D: Driver>(&self) -> Result<Sql, Malformed> {
        let dialect = D::dialect(self.shapes);
        let mut renderer = Renderer::new(&dialect);
        let scope = renderer.scope(self.place);
        let names = row_names(&dialect, self.place);
        let holders: Vec<String> = self.columns.iter().map(|(column, _)| (*column).to_owned()).collect();
        let list = renderer.read_list(&scope, names.iter().chain(&holders));
        let mut sql = Sql::new(format!("SELECT {list} FROM {} WHERE ", renderer.from(&scope)));
        let fields = self.columns.iter().flat_map(|(_, masks)| masks).map(|(_, mask)| mask.field.clone());
        let unreadable =
            fields.map(|field| Selection::Unreadable { field }).fold(Selection::Nothing, Selection::or);
        let selection = self.selection.clone().and(unreadable);
        renderer.matches(&mut sql, &scope, self.place, &selection)?;
        sql.push(<D::Dialect<'_> as Dialect>::FOR_UPDATE);
        Ok(sql)
    }

    fn write_back<D: Driver>(&self, rows: &[Row]) -> Result<Sql, Failure> {
        let dialect = D::dialect(self.shapes);
        let names = row_names(&dialect, self.place).len();
        let rows = rows.iter().map(|row| self.new_row(row, names)).collect::<Result<Vec<_>, _>>()?;
        let rows = serde_json::Value::Array(rows).to_string();
        Ok(dialect.write_back(self.place, rows, &|sql, alias| {
            let renderer = Renderer::new(&dialect);
            let scope = Scope::named(self.place, alias);
            for (index, (name, _)) in self.columns.iter().enumerate() {
                let column = renderer.column(&scope, name);
                let spelled = column.column.map_or(*name, |it| it.column.name.as_str());
                sql.push(if index > 0 { ", " } else { "" });
                sql.push(&dialect.assigned(alias, spelled)).push(" = ");
                sql.push(&dialect.document_cell(names + index, &column));
            }
        }))
    }

    /// What tells a row apart, and its documents with everything masked.
    fn new_row(&self, row: &Row, names: usize) -> Result<serde_json::Value, Failure> {
        let mut cells: Vec<_> = row.iter().take(names).map(json_cell).collect();
        for (held, (_, masks)) in row.iter().skip(names).zip(&self.columns) {
            let Value::Text(document) = held else {
                cells.push(json_cell(held));
                continue;
            };
            let mut document = document.clone();
            for (path, mask) in masks {
                let mut new = |old: Value| mask.with.apply(&old, random_bytes);
                document = replaced(&document, path, &mut new).map_err(|error| {
                    Failure::new(StoreErrorKind::Unavailable, Cause::Other, error.to_string())
                })?;
            }
            cells.push(document.into());
        }
        Ok(serde_json::Value::Array(cells))
    }
}

fn random_bytes() -> Result<[u8; 16], EntropyError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| EntropyError)?;
    Ok(bytes)
}
