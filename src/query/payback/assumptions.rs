//! Everything that the figures of `payback` take for granted.

use super::account::Gap;
use super::case::Case;
use super::{PaybackLine, PaybackParams};
use crate::model::figures::amount;
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::model::training::WorkStudy;

/// The assumptions of an answer, those about the cost first.
pub fn of(params: &PaybackParams, case: &Case<'_>, lines: &[PaybackLine]) -> Vec<Text> {
    let nothing = Money::euros(0.0);
    let possible = lines.iter().any(|line| line.work_study == WorkStudy::Yes);
    let counted = lines.iter().any(|line| line.before.as_ref().is_some_and(|before| before.counted));
    let open = lines.iter().any(|line| line.before.as_ref().is_some_and(|before| !before.counted));
    let unknown = lines.iter().any(|line| {
        !line.is_own && line.account.unknown.iter().any(|gap| matches!(gap, Gap::Fees | Gap::Duration))
    });
    let own = params.fees.is_some() || params.months.is_some();
    [
        Some(cost(case)),
        Some(if case.current > nothing {
            text(
                "Le salaire actuel n’est pas gagné pendant la formation, et resterait le même sans elle.",
                "You do not earn today’s pay while training, and it would stay the same without it.",
            )
        } else {
            text(
                "Aucun salaire actuel : `--current EUROS` compte celui auquel on renonce pendant les études.",
                "No pay today: `--current EUROS` counts what is given up while studying.",
            )
        }),
        (case.kept > nothing).then(|| {
            text(
                "Ce qui est gardé ou reçu pendant la formation (`--kept`) est retiré du coût.",
                "What is kept or received while training (`--kept`) is taken off the cost.",
            )
        }),
        Some(match params.entry_pay {
            Some(_) => text(
                "Salaire d’entrée : celui que vous donnez, sans augmentation.",
                "Pay at entry: what you give, without a rise.",
            ),
            None => text(
                "Salaire d’entrée : celui des juniors, du plus bas au plus haut chiffre cité, le même quel que soit le diplôme, sans augmentation ; `--source`, `--without` ou `--entry-pay` le changent.",
                "Pay at entry: what juniors earn, from the lowest to the highest figure stated, the same for every diploma, without a rise; `--source`, `--without` or `--entry-pay` change it.",
            ),
        }),
        Some(text(
            "Amortie en : années de travail après la formation, du cas le plus favorable (coût le plus bas, salaire le plus haut) au moins favorable.",
            "Paid back in: years of work after the training, from the best case (lowest cost, highest pay) to the worst.",
        )),
        Some(from(params)),
        unknown.then(|| {
            text(
                "Là où frais ou durée sont inconnus, `--fees` et `--months` comptent ceux de votre formation.",
                "Where fees or duration are unknown, `--fees` and `--months` count those of your own training.",
            )
        }),
        counted.then(|| {
            text(
                "Ce qui précède est compté quand la voie est unique : une licence publique avant un master.",
                "What comes before is counted where the way is one: a public licence before a master.",
            )
        }),
        open.then(|| {
            text(
                "Ce qui précède par plusieurs voies est nommé, et non compté.",
                "What comes before by several ways is named and not counted.",
            )
        }),
        (possible && !params.apprentice).then(|| {
            text(
                "En apprentissage, aucun frais : dans le meilleur cas, l’année d’apprentissage est gratuite ; le salaire d’apprenti n’est pas compté (`--apprentice --age 19`).",
                "An apprentice pays no fee: in the best case the year in apprenticeship costs no fees; an apprentice’s wage is not counted (`--apprentice --age 19`).",
            )
        }),
        params.apprentice.then(|| apprentice(params)),
        own.then(|| {
            text(
                "« Ma formation » : les frais et la durée sont les vôtres ; la contribution de vie étudiante n’y est pas comptée.",
                "“My own training”: the fees and the months are yours; the contribution to student life is not counted.",
            )
        }),
        Some(text(
            "Montants bruts, avant cotisations et impôt ; le net avant impôt, non-cadre sous 30 360 € par an et cadre au-delà (`--status` pour le salaire actuel), est en colonnes (`--columns`) et en JSON.",
            "Gross amounts, before contributions and income tax; net before tax, non-cadre below €30,360 a year and cadre from there on (`--status` for today’s pay), is in columns (`--columns`) and in JSON.",
        )),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn cost(case: &Case<'_>) -> Text {
    match case.contribution {
        Some(due) => {
            let due = amount(due);
            Text::new(
                format!(
                    "Coût : les frais de toutes les années et la contribution de vie étudiante ({} par an, partout sauf en BTS de lycée et en formation courte) ; ni logement ni prêt. Les boursiers ne paient ni frais publics ni contribution.",
                    due.fr
                ),
                format!(
                    "Cost: the fees of all years and the contribution to student life ({} a year, everywhere but in a lycée’s BTS and in short courses); no housing or loan. Grant holders pay neither public fees nor the contribution.",
                    due.en
                ),
            )
        }
        None => text(
            "Coût : les frais de toutes les années ; ni logement, ni bourse, ni aide, ni prêt.",
            "Cost: the fees of all years; no housing, grant, aid or loan.",
        ),
    }
}

fn from(params: &PaybackParams) -> Text {
    match params.from {
        None => text(
            "Chaque formation part du diplôme qu’elle demande, et se compare à celles qui demandent le même ; `--from bac` compte depuis le vôtre.",
            "Each programme starts from the diploma it asks for and compares with those that ask for the same; `--from bac` counts from yours.",
        ),
        Some(_) => text(
            "Les années et les sommes sont comptées depuis votre diplôme.",
            "Years and sums are counted from your diploma.",
        ),
    }
}

fn apprentice(params: &PaybackParams) -> Text {
    match params.age {
        Some(age) => Text::new(
            format!(
                "Apprenti à {age} ans au début du contrat, payé au minimum légal, là où une source dit l’apprentissage possible : pendant les mois qu’elle donne, un an sinon. Ce salaire est compté brut, dans le net aussi."
            ),
            format!(
                "Apprentice of {age} at the start of the contract, paid the legal minimum, where a source says that apprenticeship is possible: for the months it gives, else for one year. This pay is counted gross, in the net as well."
            ),
        ),
        None => text(
            "Apprenti payé au minimum légal, de 18 ans (bas) à 21 ans (haut) au début du contrat, là où une source dit l’apprentissage possible ; `--age` donne le vôtre. Ce salaire est compté brut, dans le net aussi.",
            "Apprentice paid the legal minimum, from 18 (low) to 21 (high) at the start of the contract, where a source says that apprenticeship is possible; `--age` gives yours. This pay is counted gross, in the net as well.",
        ),
    }
}
