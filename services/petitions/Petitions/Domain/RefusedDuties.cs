using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>What the duties beside the handling are refused for.</summary>
static partial class Refused
{
    public static Rejection NothingToSend(SendingKind what)
    {
        var rules = string.Join(", ", Duties.DoneBy(what));
        return new(
            "petitions.nothing-to-send",
            $"Đơn này không có việc gửi, thông báo nào đang chờ theo {rules}.",
            $"Nothing is owed to be sent by {rules}.",
            Field: "what"
        );
    }

    public static readonly Rejection NotPosted = new(
        "petitions.not-posted",
        "Kết luận của đơn này không được công khai bằng niêm yết.",
        "The conclusion was not made public by posting."
    );

    public static Rejection PostedTooShort(Deadline least) =>
        new(
            "petitions.posted-too-short",
            $"Phải niêm yết ít nhất {least.Count} ngày liên tục, đến hết ngày {Explanations.Day(least.Statutory)} ({least.Article}).",
            $"It stays posted for at least {least.Count} days on end, to the end of {Explanations.Day(least.Statutory)} ({least.Article}).",
            Field: "endedOn"
        );

    public static readonly Rejection NotAtSeveralPlaces = new(
        "petitions.not-at-several-places",
        "Trước khi thụ lý tố cáo, thời hạn chỉ dài hơn khi phải kiểm tra tại nhiều địa điểm: nêu SEVERAL_PLACES (Luật Tố cáo Đ24.1).",
        "Before a denunciation is accepted its limit is longer only when it is to be checked at several places: name SEVERAL_PLACES (Luật Tố cáo Đ24.1).",
        Field: "grounds"
    );

    public static readonly Rejection KnownOnIsOfFirstComplaints = new(
        "petitions.known-on-is-of-first-complaints",
        "Ngày biết quyết định, hành vi chỉ dùng để tính thời hiệu khiếu nại lần đầu (Luật Khiếu nại Đ9).",
        "The day on which the decision or act was known counts the limitation of a first complaint only (Luật Khiếu nại Đ9).",
        Field: "knownOn"
    );

    public static readonly Rejection KnownAfterReceipt = new(
        "petitions.known-after-receipt",
        "Người khiếu nại phải biết quyết định, hành vi trước khi khiếu nại.",
        "Who complains knew of the decision or act before.",
        Field: "knownOn"
    );

    public static readonly Rejection RegulationsAreOfFeedback = new(
        "petitions.regulations-are-of-feedback",
        "Chỉ phản ánh, kiến nghị mới là về quy định hành chính (NĐ 20/2008).",
        "Only a proposal or feedback is about an administrative regulation (NĐ 20/2008).",
        Field: "aboutRegulation"
    );
}
