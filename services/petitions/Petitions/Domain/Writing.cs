using DanVan.Chassis.Http;
using DanVan.Petitions.Letters;

namespace DanVan.Petitions;

/// <summary>Which letters a petition may be answered with (văn bản trong xử lý đơn).</summary>
public sealed partial class Petition
{
    /// <summary>When the handling was resumed last, while its clock runs.</summary>
    internal DateOnly? ResumedOn => Clock?.Pauses is [.., var last] ? last.To : null;

    /// <param name="text">What whoever issues it adds.</param>
    /// <param name="awaitsAnswer">The unit that it was sent on to has not answered.</param>
    public Rejection? MayBeWritten(LetterForm form, DateOnly on, string? text, bool awaitsAnswer, DateOnly today)
    {
        if (form.Kinds?.Contains(Kind) == false)
            return RefusedLetter.OfAnotherKind(form);
        // Nobody is there to be written to, and an anonymous denunciation is not answered (Luật TC Đ25).
        if (form.Addressee is LetterAddressee.Petitioner && PetitionerType is null)
            return RefusedLetter.NobodyToWriteTo;
        if (form.States?.Contains(State) == false)
            return RefusedLetter.InState(form, State);
        var happened = form.When switch
        {
            LetterCondition.ForwardedHere => ForwardedBy is not null,
            LetterCondition.Extended => Extensions > 0,
            LetterCondition.Resumed => ResumedOn is not null,
            LetterCondition.AwaitsAnswer => awaitsAnswer,
            _ => true,
        };
        if (!happened)
            return RefusedLetter.HasNotHappened(form.When!.Value);
        if (form.NeedsText && text is null)
            return RefusedLetter.TextMissing;
        return OutOfOrder(on, Since, today, "issuedOn");
    }
}
