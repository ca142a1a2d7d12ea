using DanVan.Chassis.Http;

namespace DanVan.Petitions;

/// <summary>What the public side of petitions is refused for.</summary>
static partial class Refused
{
    public static readonly Rejection KeyHasEnded = new(
        "petitions.key-has-ended",
        "Khóa này đã chấm dứt trước đó.",
        "This key has ended before."
    );

    public static readonly Rejection NotHeld = new(
        "petitions.not-held",
        "Phản ánh này không bị giữ lại để xem xét, hoặc đã được xem xét.",
        "This feedback is not held for review, or it was reviewed."
    );

    public static readonly Rejection NotConcludedInPublic = new(
        "petitions.conclusion-not-public-yet",
        "Kết luận nội dung tố cáo phải được công khai theo luật trước (Luật Tố cáo Đ40): dùng publication.",
        "The conclusion on a denunciation is made public by the law first (Luật Tố cáo Đ40): use publication."
    );

    public static readonly Rejection ShownBeforeItWas = new(
        "petitions.shown-before-it-was",
        "Ngày hiển thị không được trước ngày giải quyết, và với tố cáo không trước ngày công khai kết luận.",
        "It cannot show before the day of the resolution nor, of a denunciation, before the conclusion was made public.",
        Field: "visibleFrom"
    );

    public static readonly Rejection NothingPublished = new(
        "petitions.nothing-published",
        "Chưa có nội dung nào được công bố, hoặc đã rút.",
        "Nothing of it is published, or it is withheld already."
    );

    public static readonly Rejection QuarterNotOver = new(
        "petitions.quarter-not-published-yet",
        "Số liệu công khai của một quý chỉ có sau khi quý kết thúc và hết thời gian chờ.",
        "The public figures of a quarter are there once it is over and the days set for late entries have passed.",
        404,
        "quarter"
    );
}
