//! What an estimate of pay takes for granted, and what must be said of an unusual one.

use super::reading::{Apprenticeship, PayParams};
use crate::model::error::Reason;
use crate::model::figures::amount;
use crate::model::floor::FloorKind;
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::model::vocabulary::{Per, Vocabulary};
use crate::pay::{Figures, InternFigures, Profile, Rules, Schedule, Tax, Taxation};
use crate::query::floors::FloorRow;
use crate::query::rules::{self, Contract, RulesOf};

/// What is assumed of an employee.
pub fn of_employee(
    rules: &Rules,
    schedule: &Schedule<'_>,
    profile: Profile,
    figures: &Figures,
    params: &PayParams,
) -> Vec<Text> {
    let has_cover = schedule.has_health_cover(figures.gross);
    let mut all = vec![rules::contract(rules, profile, Contract::Permanent, has_cover)];
    all.extend(pays(figures, params));
    all.push(tax_base(figures));
    all.push(taxed(rules, schedule, figures, params));
    all.extend(rounding(params));
    all
}

/// What is assumed of an apprentice.
pub fn of_apprentice(
    rules: &Rules,
    profile: Profile,
    case: Apprenticeship,
    params: &PayParams,
    (aid, has_cover): (Money, bool),
) -> Vec<Text> {
    let (age, year, diploma) = (case.age, case.year, case.diploma.label());
    let (branch_fr, branch_en) = if case.syntec {
        ("barème de la branche Syntec", "scale of the Syntec branch")
    } else {
        ("barème légal", "legal scale")
    };
    let mut all = vec![
        RulesOf::from(rules).note(),
        Text::new(
            format!(
                "Apprenti de {age} ans, année {year} du contrat, {} préparé, {branch_fr} ; sans cotisation ni CSG jusqu’à la moitié du Smic.",
                diploma.fr
            ),
            format!(
                "Apprentice of {age}, year {year} of the contract, {} prepared, {branch_en}; no contributions and no CSG up to half the minimum wage.",
                diploma.en
            ),
        ),
    ];
    if let Some(rule) = &rules.apprentice {
        let exempt = amount(rule.tax_exempt);
        all.push(Text::new(
            format!("Exonéré d’impôt jusqu’à {} par an.", exempt.fr),
            format!("Exempt from income tax up to {} a year.", exempt.en),
        ));
        if aid > Money::euros(0.0) {
            all.push(Text::new(
                format!(
                    "Aide à l’embauche de la première année, si l’employeur y a droit ({}).",
                    rule.aid_source.fr
                ),
                format!("Hiring aid of the first year, if the employer qualifies ({}).", rule.aid_source.en),
            ));
        }
    }
    all.push(rules::contract(rules, profile, Contract::Apprenticeship, has_cover));
    all.extend(rounding(params));
    all
}

/// What is assumed of an intern.
pub fn of_intern(rules: &Rules, figures: &InternFigures, params: &PayParams) -> Vec<Text> {
    let hours = figures.hours;
    let mut all = vec![RulesOf::from(rules).note()];
    let due_from = rules.intern.as_ref().map_or(0, |intern| intern.due_from_hours);
    all.push(if figures.due {
        Text::new(
            format!("Stage de {hours} heures : l’année est le stage entier, le mois 151,67 heures."),
            format!("An internship of {hours} hours: the year is the whole of it, the month 151.67 hours."),
        )
    } else {
        Text::new(
            format!("Stage de {hours} heures : aucune gratification n’est due avant la {due_from}e heure."),
            format!("An internship of {hours} hours: no pay is due before hour {due_from}."),
        )
    });
    if params.hours.is_none() {
        all.push(
            text(
                "Six mois à temps plein supposés ; autrement : `--hours 400`.",
                "Six months at full time assumed; otherwise: `--hours 400`.",
            )
            .spaced(),
        );
    }
    if let Some(intern) = &rules.intern {
        let exempt = amount(intern.tax_exempt);
        all.push(Text::new(
            format!("Sans cotisation jusqu’à ce minimum ; exonéré d’impôt jusqu’à {} par an.", exempt.fr),
            format!("No contributions up to this minimum; exempt from tax up to {} a year.", exempt.en),
        ));
    }
    all
}

/// The part of an intern's pay whose contributions are not computed.
pub fn above_exemption(figures: &InternFigures) -> Option<Text> {
    let above = amount(figures.above_exemption.rounded());
    (figures.above_exemption.as_euros() >= 0.01).then(|| {
        Text::new(
            format!("{} dépassent la part exonérée : leurs cotisations ne sont pas comptées.", above.fr),
            format!("{} are above the exempt part: their contributions are not counted.", above.en),
        )
    })
}

/// The rules of the year lack apprentices or interns.
pub fn lacking(rules: &Rules, apprentices: bool) -> Reason {
    let year = rules.year;
    let (fr, en) = if apprentices { ("apprentis", "apprentices") } else { ("stagiaires", "interns") };
    Reason::Usage(Text::new(
        format!("le barème de {year} n’a pas de règles pour les {fr} ; essayez `--year 2026`"),
        format!("the rules of {year} have none for {en}; try `--year 2026`"),
    ))
}

/// A small yearly amount may have been meant for a month.
pub fn monthly_hint(params: &PayParams, floors: &[FloorRow]) -> Option<Text> {
    let crossed = floors.iter().any(|row| row.below && row.kind == FloorKind::MinimumWage);
    (crossed && params.per == Per::Year).then(|| {
        text(
            "Calculé tout de même ; un montant mensuel s’écrit avec `--per month`.",
            "Computed all the same; a monthly amount needs `--per month`.",
        )
        .spaced()
    })
}

/// Part-time work below the least hours.
pub fn too_few_hours(rules: &Rules) -> Text {
    let (hours, source) = (rules.part_time.min_weekly_hours, &rules.part_time.source);
    Text::new(
        format!("Moins de {hours} heures par semaine : il faut une dérogation ({}).", source.fr),
        format!("Fewer than {hours} hours a week need an exception ({}).", source.en),
    )
}

/// How the pays of a year differ where there are more than twelve.
fn pays(figures: &Figures, params: &PayParams) -> Option<Text> {
    let pays = params.pays();
    let double = pays.checked_sub(12).filter(|double| *double > 0)?;
    let single = 12 - double;
    let base = amount((figures.gross / f64::from(pays)).rounded());
    let twice = amount((figures.gross * 2.0 / f64::from(pays)).rounded());
    Some(Text::new(
        format!(
            "{pays} mois de salaire : {single} mois à {} brut et {double} à {} ; le mois montré est un {pays}e de l’année, les bulletins réels varient.",
            base.fr, twice.fr
        ),
        format!(
            "{pays} monthly pays: {single} months of {} gross and {double} of {}; the month shown is one of {pays} equal parts, real slips vary.",
            base.en, twice.en
        ),
    ))
}

/// Which tax base is shown, and the simulator's where it differs.
fn tax_base(figures: &Figures) -> Text {
    let differs = (figures.taxable_urssaf - figures.taxable).as_euros() >= 0.01;
    let other = amount(figures.taxable_urssaf.rounded());
    if differs {
        Text::new(
            format!(
                "Base imposable selon la loi (CGI, art. 83, 1° quater) ; le simulateur de l’Urssaf y ajoute la prévoyance des cadres : {}.",
                other.fr
            ),
            format!(
                "Tax base by the law (tax code, art. 83, 1° quater); the Urssaf’s simulator adds a cadre’s death cover: {}.",
                other.en
            ),
        )
    } else {
        text(
            "Base imposable : le net, plus la CSG et la CRDS non déductibles et la part patronale de mutuelle.",
            "Tax base: the net plus the CSG and CRDS that are not deductible and the employer’s health cover.",
        )
        .spaced()
    }
}

/// Whose tax it is, and what the scale would leave where it was not asked for.
fn taxed(rules: &Rules, schedule: &Schedule<'_>, figures: &Figures, params: &PayParams) -> Text {
    let not_collected = not_collected(rules, figures, params.taxation);
    let said = Text::joined(std::iter::once(rules::taxed(rules, params.taxation)).chain(not_collected), " ");
    if params.taxation != Taxation::Neutral {
        let partner = match params.taxation {
            Taxation::Scale(household) => household.partner_taxable() > Money::euros(0.0),
            Taxation::Neutral | Taxation::Own { .. } => false,
        };
        let whole = amount(figures.household_tax);
        return if partner {
            Text::new(
                format!("{} Impôt du foyer : {} par an.", said.fr, whole.fr),
                format!("{} Tax of the household: {} a year.", said.en, whole.en),
            )
        } else {
            said
        };
    }
    let by_scale = schedule.figures(figures.gross, Tax::Scale).net_after_tax;
    let month = amount((by_scale / f64::from(params.pays())).rounded());
    Text::new(
        format!("{} Au barème, une personne seule garde {} par mois (`--tax scale`).", said.fr, month.fr),
        format!("{} By the scale a single person keeps {} a month (`--tax scale`).", said.en, month.en),
    )
}

/// A small tax that is not collected, and the article that says so.
fn not_collected(rules: &Rules, figures: &Figures, taxation: Taxation) -> Option<Text> {
    let Taxation::Scale(household) = taxation else { return None };
    let due = rules.income_tax.of_household(household, figures.taxable);
    let rule = &rules.income_tax.collection;
    let (exact, least) = (amount(due.exact.rounded()), amount(rule.min));
    let is_left = due.collected <= Money::euros(0.0) && due.exact.as_euros() >= 0.5;
    is_left.then(|| {
        Text::new(
            format!(
                "L’impôt de {} n’est pas recouvré : il est inférieur à {} ({}).",
                exact.fr, least.fr, rule.source.fr
            ),
            format!(
                "The tax of {} is not collected: it is below {} ({}).",
                exact.en, least.en, rule.source.en
            ),
        )
    })
}

fn rounding(params: &PayParams) -> Option<Text> {
    params.lines.then(|| {
        text(
            "Chaque ligne est arrondie ; les totaux viennent de l’année entière.",
            "Each line is rounded; totals come from the whole year.",
        )
        .spaced()
    })
}
