//! The main figures of each answer under stable keys, and where they stand in its JSON.

use serde_json::Value;

/// A key of the output and the place of its figure: names between points; `[key=value]` finds an element of an array,
/// `[]` takes a key of all, `#` counts.
pub type Figure = (&'static str, &'static str);

/// The figures of `pay`; the direct way gives them in this order too.
pub const PAY: &[Figure] = &[
    ("status", "status"),
    ("gross_year", "gross.year"),
    ("net_before_tax_year", "net_before_tax.year"),
    ("taxable_year", "taxable.year"),
    ("tax_year", "tax.amount"),
    ("net_after_tax_year", "net_after_tax.year"),
    ("employer_cost_year", "employer_cost.year"),
    ("net_before_tax_month", "net_before_tax.month"),
    ("net_after_tax_month", "net_after_tax.month"),
    ("solutions", "inverse.solutions"),
    ("below_minimum_wage", "floors[kind=minimum-wage].below"),
];

const OFFER: &[Figure] = &[
    ("annual_gross", "offer.annual_gross"),
    ("annual_gross_high", "offer.annual_gross_high"),
    ("monthly_gross", "offer.monthly_gross"),
    ("monthly_net_before_tax", "offer.monthly_net_before_tax"),
    ("monthly_net_before_tax_high", "offer.monthly_net_before_tax_high"),
    ("below_minimum_wage", "offer.below_minimum_wage"),
    ("junior_below", "standings[level=junior].below"),
    ("junior_equal", "standings[level=junior].equal"),
    ("junior_within", "standings[level=junior].within"),
    ("junior_under_ceiling", "standings[level=junior].under_ceiling"),
    ("junior_covered", "standings[level=junior].covered"),
    ("junior_overlapping", "standings[level=junior].overlapping"),
    ("junior_above", "standings[level=junior].above"),
    ("confirmed_below", "standings[level=confirmed].below"),
    ("confirmed_equal", "standings[level=confirmed].equal"),
    ("confirmed_within", "standings[level=confirmed].within"),
    ("confirmed_under_ceiling", "standings[level=confirmed].under_ceiling"),
    ("confirmed_covered", "standings[level=confirmed].covered"),
    ("confirmed_overlapping", "standings[level=confirmed].overlapping"),
    ("confirmed_above", "standings[level=confirmed].above"),
    ("senior_below", "standings[level=senior].below"),
    ("senior_equal", "standings[level=senior].equal"),
    ("senior_within", "standings[level=senior].within"),
    ("senior_under_ceiling", "standings[level=senior].under_ceiling"),
    ("senior_covered", "standings[level=senior].covered"),
    ("senior_overlapping", "standings[level=senior].overlapping"),
    ("senior_above", "standings[level=senior].above"),
];

const FREELANCE: &[Figure] = &[
    ("employee_net_before_tax", "statuses[id=employee].net_before_tax"),
    ("employee_net_after_tax", "statuses[id=employee].net_after_tax"),
    ("employee_equivalent_gross", "statuses[id=employee].equivalent_gross"),
    ("micro_daily_rate", "statuses[id=micro].turnover.daily_rate"),
    ("micro_turnover", "statuses[id=micro].turnover.year"),
    ("micro_net_before_tax", "statuses[id=micro].net_before_tax"),
    ("micro_net_after_tax", "statuses[id=micro].net_after_tax"),
    ("micro_equivalent_gross", "statuses[id=micro].equivalent_gross"),
    ("portage_daily_rate", "statuses[id=portage].turnover.daily_rate"),
    ("portage_turnover", "statuses[id=portage].turnover.year"),
    ("portage_net_before_tax", "statuses[id=portage].net_before_tax"),
    ("portage_net_after_tax", "statuses[id=portage].net_after_tax"),
    ("portage_equivalent_gross", "statuses[id=portage].equivalent_gross"),
    ("sasu_net_before_tax", "statuses[id=sasu].net_before_tax"),
    ("sasu_net_after_tax", "statuses[id=sasu].net_after_tax"),
    ("sasu_equivalent_gross", "statuses[id=sasu].equivalent_gross"),
    ("ei_net_before_tax", "statuses[id=ei].net_before_tax"),
    ("ei_net_after_tax", "statuses[id=ei].net_after_tax"),
    ("ei_equivalent_gross", "statuses[id=ei].equivalent_gross"),
    ("eurl_net_before_tax", "statuses[id=eurl].net_before_tax"),
    ("eurl_net_after_tax", "statuses[id=eurl].net_after_tax"),
    ("eurl_equivalent_gross", "statuses[id=eurl].equivalent_gross"),
];

const PAYBACK: &[Figure] = &[
    ("programmes", "programmes[].id"),
    ("entry_pay_low", "entry_pay.low"),
    ("entry_pay_high", "entry_pay.high"),
    ("total_months_low", "programmes.0.total_months.low"),
    ("total_months_high", "programmes.0.total_months.high"),
    ("cost_low", "programmes.0.cost.low"),
    ("cost_high", "programmes.0.cost.high"),
    ("gain_per_year_low", "programmes.0.gain_per_year.low"),
    ("gain_per_year_high", "programmes.0.gain_per_year.high"),
    ("break_even_years_low", "programmes.0.break_even_years.low"),
    ("break_even_years_high", "programmes.0.break_even_years.high"),
    ("outcome", "programmes.0.outcome"),
];

const GAP: &[Figure] = &[
    ("coverage", "coverage"),
    ("have_count", "have#"),
    ("learning_count", "learning#"),
    ("missing_count", "missing#"),
    ("have_ids", "have[].id"),
    ("learning_ids", "learning[].id"),
    ("missing_ids", "missing[].id"),
];

const AD: &[Figure] = &[
    ("pay_low", "pay.low"),
    ("pay_high", "pay.high"),
    ("pay_per", "pay.per"),
    ("pay_gross", "pay.gross"),
    ("contract", "contract"),
    ("level", "level"),
    ("experience_low", "experience_years.low"),
    ("experience_high", "experience_years.high"),
    ("study_level", "study_level"),
    ("remote_days", "remote_days"),
    ("city", "city"),
    ("skills_count", "skills#"),
    ("skills_ids", "skills[].id"),
    ("missing", "missing[].about"),
    ("odd", "odd[].about"),
    ("must", "fit.must"),
    ("must_had", "fit.must_had"),
];

/// The figures of the command `name`.
pub fn figures(name: &str) -> &'static [Figure] {
    match name {
        "pay" => PAY,
        "offer" => OFFER,
        "freelance" => FREELANCE,
        "payback" => PAYBACK,
        "gap" => GAP,
        _ => AD,
    }
}

/// Whether the command `name` is about a document.
pub fn reads_document(name: &str) -> bool {
    matches!(name, "gap" | "ad")
}

/// The figure at `place` of an answer; several are one text; null where there is none.
pub fn figure(answer: &Value, place: &str) -> Value {
    let mut at = answer;
    for step in place.split('.') {
        let (name, rest) = step.find(['[', '#']).map_or((step, ""), |cut| step.split_at(cut));
        let Some(found) = below(at, name) else { return Value::Null };
        let elements = found.as_array();
        match (rest, elements) {
            ("", _) => at = found,
            ("#", Some(elements)) => return Value::from(elements.len()),
            ("[]", Some(elements)) => {
                let key = place.rsplit('.').next().unwrap_or_default();
                let names: Vec<&str> = elements.iter().filter_map(|element| element[key].as_str()).collect();
                return if names.is_empty() { Value::Null } else { Value::from(names.join("; ")) };
            }
            (filter, Some(elements)) => {
                let Some((key, value)) = filter.trim_matches(['[', ']']).split_once('=') else {
                    return Value::Null;
                };
                match elements.iter().find(|element| element[key] == value) {
                    Some(element) => at = element,
                    None => return Value::Null,
                }
            }
            (_, None) => return Value::Null,
        }
    }
    at.clone()
}

fn below<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value {
        Value::Array(elements) => elements.get(name.parse::<usize>().ok()?),
        _ => value.get(name),
    }
}
