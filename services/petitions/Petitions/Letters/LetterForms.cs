using DanVan.Documents;
using DanVan.Petitions.Eligibility;

namespace DanVan.Petitions.Letters;

/// <summary>The forms of letters through time.</summary>
public sealed record LetterForms(IReadOnlyList<LetterForm> All)
{
    /// <summary>The table that comes with the service, or the file that an administration puts in its place.</summary>
    /// <exception cref="InvalidDataException">A form speaks of a fact or a type that nobody knows, or would tell the denounced who denounced them.</exception>
    public static LetterForms Load(SymbolTable symbols, string? path = null)
    {
        var forms = LawTable.Load<List<LetterForm>>("Letters.forms", path);
        foreach (var form in forms)
        {
            var places = form.Texts.SelectMany(LetterText.PlacesIn).ToHashSet();
            if (places.Except([.. LetterFacts.Names, .. LetterText.OfThePetitioner]).FirstOrDefault() is { } unknown)
                throw new InvalidDataException(
                    $"Letters: the form {form.Code} speaks of {{{unknown}}}; there are: {string.Join(", ", LetterFacts.Names)}."
                );
            if (form.GoesToOthers && places.Overlaps(LetterText.OfThePetitioner))
                throw new InvalidDataException(
                    $"Letters: the form {form.Code} goes to the denounced and may not name the petitioner (Luật Tố cáo Đ29.3)."
                );
            if (form.Type is { } type && symbols.NameOf(type) is null)
                throw new InvalidDataException($"Letters: the form {form.Code} is of the type {type}, which the table of symbols lacks.");
        }
        return new(forms);
    }

    /// <summary>The form of that code on that day.</summary>
    public LetterForm? Find(string code, DateOnly on) => InForce(on).FirstOrDefault(form => form.Code == code);

    public IEnumerable<LetterForm> InForce(DateOnly on) => All.Where(form => ((IDatedRule)form).IsInForce(on));

    /// <summary>The letters that follow from a row of the handling matrix for a petition of that kind.</summary>
    public IEnumerable<LetterForm> For(HandlingRule rule, PetitionKind kind) =>
        All.Where(form =>
            form.Handling?.Contains(rule.Action) == true
            && (form.Kinds is null || form.Kinds.Contains(kind))
            && (rule.Form is null || form.Number == rule.Form)
        );
}
