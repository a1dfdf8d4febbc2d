//! What comes nearest to a place where nothing was found.

use serde::Serialize;

use super::condition::Condition;
use super::filter::Filter;
use crate::model::id::EntryId;
use crate::model::text::Text;
use crate::model::training::Programme;

/// What comes nearest to a place where nothing was found.
#[derive(Serialize)]
pub struct Nearest<'a> {
    pub id: &'a EntryId,
    pub name: &'a Text,
    pub school: &'a str,
    pub city: &'a str,
    /// The town asked for, or the one of the area asked for, that the distance is measured from.
    pub from: String,
    /// As the crow flies.
    pub distance_km: u32,
}

impl<'a> Nearest<'a> {
    /// The programme that meets the other conditions nearest to a town asked for.
    pub fn of(programmes: &'a [Programme], filter: &Filter<'_>) -> Option<Self> {
        let place = filter.place.as_ref()?;
        let dropped: &[Condition] =
            if place.centres.is_empty() { &Condition::PLACES } else { &[Condition::City] };
        let others = programmes.iter().filter(|programme| filter.meets_all_but(dropped, programme));
        let with_distance = others.filter_map(|programme| {
            let (provider, from, distance) = filter.atlas.nearest(place, programme)?;
            Some((programme, provider, from, distance))
        });
        let (programme, provider, from, distance) =
            with_distance.min_by(|(.., a), (.., b)| a.total_cmp(b))?;
        Some(Self {
            id: &programme.id,
            name: &programme.name,
            school: &provider.name,
            city: provider.city.as_deref()?,
            from: from.name.clone(),
            distance_km: whole_kilometres(distance),
        })
    }
}

/// A distance to the kilometre.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a distance on earth")]
pub fn whole_kilometres(distance: f64) -> u32 {
    distance.round() as u32
}
