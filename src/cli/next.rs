//! Where a reader may go on from an answer: commands to copy, told behind it on a terminal.

use crate::model::text::{Text, text};

/// Commands by the answer that they go on from, each with what it tells.
const NEXT: &[(&str, &[(&str, Text)])] = &[
    (
        "training",
        &[
            ("payback --from bac", text("ce que cela coûte et rapporte", "what it costs and brings in")),
            ("pay --status apprentice --age 18", text("la paye d’apprenti", "an apprentice’s pay")),
            ("fit", text("suis-je fait pour cela ?", "am I made for it?")),
        ],
    ),
    (
        "payback",
        &[
            ("payback --fees 7000 --months 12", text("ma propre formation", "a course of my own")),
            ("work --topic market", text("trouve-t-on un poste ?", "are there jobs?")),
            ("search cpf", text("qui peut financer", "who may fund it")),
        ],
    ),
    (
        "salary",
        &[
            ("offer 42000 --level junior", text("situer une offre", "where an offer stands")),
            ("rates", text("les tarifs par jour", "day rates")),
            ("progression", text("la suite", "what comes next")),
        ],
    ),
    (
        "offer",
        &[
            ("compare 42k 48k", text("deux offres côte à côte", "two offers side by side")),
            ("compare 52k --daily-rate 450", text("salaire ou indépendance", "a salary or on one’s own")),
            ("pay 42000 --household couple", text("ce qu’il en reste", "what is left of it")),
        ],
    ),
    (
        "pay",
        &[
            ("offer 42000", text("situer ce salaire", "where this pay stands")),
            ("freelance --like 42000", text("la même somme en indépendant", "the same on one’s own")),
        ],
    ),
    (
        "freelance",
        &[
            ("compare 52k --daily-rate 450", text("face à un salaire", "against a salary")),
            ("rates", text("les tarifs usuels", "usual rates")),
        ],
    ),
    ("rates", &[("freelance 450", text("ce qu’il reste d’un tarif", "what is left of a rate"))]),
    (
        "gap",
        &[
            ("ad ad.txt --cv cv.pdf", text("face à une annonce", "against a job ad")),
            ("gap cv.pdf --against ads/", text("face à un dossier d’annonces", "against a folder of ads")),
        ],
    ),
    ("skills", &[("gap cv.pdf", text("ce que couvre un CV", "what a CV covers"))]),
    ("fit", &[("training --city Lyon --near", text("où se former", "where to train"))]),
    ("progression", &[("progression --to cto", text("le chemin vers un rôle", "the way to a role"))]),
];

/// How to go on from the answer `name`, in a line.
pub fn after(name: &str) -> Option<Text> {
    let (_, commands) = NEXT.iter().find(|(answer, _)| *answer == name)?;
    let told = |pick: fn(&Text) -> &str| {
        commands
            .iter()
            .map(|(command, told)| format!("`{command}` ({})", pick(told)))
            .collect::<Vec<_>>()
            .join(" · ")
    };
    Some(Text::new(
        format!("ensuite : {}", told(|text| &text.fr)),
        format!("go on: {}", told(|text| &text.en)),
    ))
}

#[cfg(test)]
mod tests {
    use super::NEXT;
    use crate::cli::command_line;
    use crate::model::text::Lang;

    #[test]
    fn every_command_that_is_proposed_is_understood() {
        for (_, commands) in NEXT {
            for (command, _) in *commands {
                let words = std::iter::once("backend-career").chain(command.split(' '));
                assert!(command_line(Lang::En).try_get_matches_from(words).is_ok(), "{command}");
            }
        }
    }
}
