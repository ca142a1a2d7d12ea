using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Documents;
using DanVan.Petitions.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Letters;

/// <summary>Writes letters and draws their numbers.</summary>
sealed class LetterBook(PetitionsDb db, UnitTree tree, SymbolTable symbols)
{
    /// <summary>
    /// Issues the letter: in the transaction of the request, whose end gives its number or takes it back, so that the series has neither gaps nor repeats.
    /// </summary>
    public async Task<(Rejection? Refused, Letter? Letter)> Issue(
        Petition petition,
        LetterForm form,
        DateOnly on,
        Signature signature,
        FollowUp? followUp,
        string? text,
        CancellationToken ct
    )
    {
        if (symbols.IssuerOf(UnitOf(petition.UnitId, on), on) is not { } issuer)
            return (RefusedLetter.NoSymbol, null);
        if (symbols.SeriesOf(issuer, form.Type, on) is not { } series)
            return (RefusedLetter.NoTerm, null);
        var sequence = await Draw(petition.UnitId, series, ct);
        var number = symbols.NumberOf(sequence, form.Type, issuer);
        var n = await db.Letters.CountAsync(letter => letter.PetitionId == petition.Id, ct) + 1;
        return (
            null,
            new()
            {
                PetitionId = petition.Id,
                N = n,
                UnitId = petition.UnitId,
                Series = series,
                Sequence = sequence,
                Number = number,
                Form = form.Code,
                Addressee = form.Addressee,
                IssuedOn = on,
                Document = Compose(
                    form,
                    new(petition, HeadOf(signature, issuer), issuer.Body, NameOf(petition.ToUnitId, on), followUp, text),
                    issuer,
                    number,
                    on,
                    signature
                ),
            }
        );
    }

    OfficialDocument Compose(LetterForm form, LetterSource source, Issuer issuer, string number, DateOnly on, Signature signature)
    {
        static string Raw(string text) => LetterText.Escape(text);
        return new(
            issuer.Layout,
            issuer.SuperiorBody is null ? null : Raw(issuer.SuperiorBody),
            Raw(issuer.Body),
            number,
            issuer.Place,
            on,
            form.Type is null ? null : symbols.NameOf(form.Type),
            LetterText.Fill(form.Abstract, source) ?? "",
            form.Salutation is null ? [] : [LetterText.Fill(form.Salutation, source) ?? ""],
            [.. form.Text.SelectMany(paragraph => Paragraphs(paragraph, source))],
            [.. form.Recipients.Select(recipient => LetterText.Fill(recipient, source) ?? "")],
            new(
                signature.Capacity,
                signature.OnBehalfOf is null ? null : Raw(signature.OnBehalfOf),
                Raw(signature.Position),
                Raw(signature.Name)
            )
        );
    }

    static IEnumerable<Paragraph> Paragraphs(Paragraph paragraph, LetterSource source)
    {
        if (LetterText.Fill(paragraph.Text, source) is not { } text)
            yield break;
        foreach (var (index, line) in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
            yield return paragraph with
            {
                Text = line,
                Lead = index == 0 ? paragraph.Lead : null,
            };
    }

    // The row stays locked until the transaction ends: whoever draws from the same series waits, and nobody else.
    async Task<int> Draw(Guid unit, string series, CancellationToken ct) =>
        (
            await db
                .Database.SqlQuery<int>(
                    $"""
                    insert into letter_numbers (unit_id, series, last) values ({unit}, {series}, {symbols.FirstOf(unit, series)})
                    on conflict (unit_id, series) do update set last = letter_numbers.last + 1 returning last as "Value"
                    """
                )
                .ToListAsync(ct)
        )[0];

    // Above a decision stands who decides: the body itself, or its head, whoever signs in their place.
    static string HeadOf(Signature signature, Issuer issuer) =>
        (
            signature.Capacity is SigningCapacity.TM ? issuer.Body : $"{signature.OnBehalfOf ?? signature.Position} {issuer.Body}"
        ).ToUpperInvariant();

    IssuingUnit UnitOf(Guid id, DateOnly on)
    {
        var unit = tree.FindOrLast(id, on);
        var parent = unit?.ParentId is { } above ? tree.FindOrLast(above, on) : null;
        return IssuingUnit.Of(id, Registered(unit), Registered(parent), tree.Ancestors(id, on).Select(one => Registered(one)!));
    }

    static RegisteredUnit? Registered(UnitVersion? unit) => unit is null ? null : new(unit.Name, unit.FullName, unit.Kind, unit.Level);

    string? NameOf(Guid? unit, DateOnly on) => unit is { } id ? tree.FindOrLast(id, on)?.FullName : null;
}
