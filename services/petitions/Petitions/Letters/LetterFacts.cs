using System.Globalization;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.FollowUps;

namespace DanVan.Petitions.Letters;

/// <summary>What a letter is written from.</summary>
/// <param name="Head">Who decides, in capitals, above a decision.</param>
/// <param name="Issuer">The issuing unit's name.</param>
/// <param name="ToUnit">The name of the unit that the writer was shown to, or that the petition was sent on to.</param>
/// <param name="FollowUp">What was sent on and must be answered.</param>
/// <param name="Text">What whoever issues the letter adds.</param>
sealed record LetterSource(Petition Petition, string Head, string Issuer, string? ToUnit, FollowUp? FollowUp, string? Text)
{
    public Ground? Ground { get; } =
        Petition.Ground is { } code ? Grounds.Find(code, Petition.Kind) ?? StopGrounds.Find(code, Petition.Kind) : null;
}

/// <summary>What letters can say of a petition, by the names that forms use. A fact that there is not is null. In Vietnamese whoever asks: letters are.</summary>
static class LetterFacts
{
    static readonly Dictionary<string, Func<LetterSource, string?>> all = new()
    {
        ["head"] = x => x.Head,
        ["issuer"] = x => x.Issuer,
        ["kind"] = x => Of(x.Petition.Kind),
        ["reference"] = x => $"{x.Petition.Id}",
        ["receivedOn"] = x => Day(x.Petition.ReceivedOn),
        ["summary"] = x => x.Petition.Summary.TrimEnd('.', ' ', '\n'),
        ["forwardedBy"] = x => x.Petition.ForwardedBy,
        ["forwardingLetter"] = x => x.Petition.ForwardingLetter ?? "………",
        ["toUnit"] = x => x.ToUnit ?? "cơ quan có thẩm quyền",
        ["acceptedOn"] = x => Day(x.Petition.AcceptedOn),
        ["closedOn"] = x => Day(x.Petition.ClosedOn),
        ["documentNumber"] = x => x.Petition.DocumentNumber,
        ["ground"] = x => x.Ground?.Vi,
        ["groundArticle"] = x => x.Ground?.Article,
        ["dueOn"] = x => Day(x.Petition.Current?.Due),
        ["limitArticle"] = x => x.Petition.Current?.Article,
        ["extensions"] = x => x.Petition.Extensions.ToString(CultureInfo.InvariantCulture),
        ["criteria"] = x => x.Petition.Complexity.Count == 0 ? null : string.Join("; ", x.Petition.Complexity.Select(Of)),
        ["suspendedOn"] = x => Day(x.Petition.SuspendedOn),
        ["resumedOn"] = x => Day(x.Petition.ResumedOn),
        ["outcome"] = x => Of(x.Petition.Outcome),
        ["sentOn"] = x => Day(x.FollowUp?.SentOn),
        ["sentLetter"] = x => x.FollowUp?.LetterNumber,
        ["answerDueOn"] = x => Day(x.FollowUp?.AnswerDueOn),
        ["text"] = x => x.Text,
    };

    public static IEnumerable<string> Names => all.Keys;

    public static string? Of(this LetterSource source, string name) => all[name](source);

    public static string Of(PetitionKind kind) =>
        kind switch
        {
            PetitionKind.KhieuNai => "khiếu nại",
            PetitionKind.ToCao => "tố cáo",
            PetitionKind.KienNghi => "kiến nghị",
            _ => "phản ánh",
        };

    static string Of(Complexity criterion) =>
        criterion switch
        {
            Complexity.SeveralPlaces => "phải xác minh tại từ 02 địa điểm trở lên",
            Complexity.SeveralContents => "có từ 02 nội dung trở lên",
            Complexity.ManyPeople => "nhiều người cùng gửi đơn hoặc liên quan đến quyền lợi của nhiều người",
            Complexity.ForeignElement => "có yếu tố nước ngoài",
            Complexity.SeveralAgencies => "liên quan đến trách nhiệm của nhiều cơ quan, tổ chức",
            Complexity.AgenciesDisagree => "các cơ quan còn có ý kiến khác nhau",
            _ => "tài liệu, chứng cứ, kết luận giám định còn mâu thuẫn",
        };

    static string? Of(Outcome? outcome) =>
        outcome switch
        {
            Outcome.Dung => "nội dung đúng",
            Outcome.DungMotPhan => "nội dung đúng một phần",
            Outcome.Sai => "nội dung không đúng",
            Outcome.TiepThu => "được tiếp thu",
            Outcome.GiaiTrinh => "đã giải trình",
            Outcome.KhongCoCoSo => "không có cơ sở",
            _ => null,
        };

    static string? Day(DateOnly? date) => date is { } day ? Explanations.Day(day) : null;
}
