using DanVan.Chassis.Http;

namespace DanVan.Petitions;

/// <summary>What co-handling and returns are refused for.</summary>
static partial class Refused
{
    public static readonly Rejection CoHandlerHasAnswered = new(
        "petitions.co-handler-has-answered",
        "Đơn vị phối hợp đã trả lời.",
        "The unit that was asked has answered already."
    );

    public static readonly Rejection CoHandlerIsAnother = new(
        "petitions.co-handler-is-another",
        "Đơn vị phối hợp phải là đơn vị khác và chưa có yêu cầu phối hợp nào đang chờ trả lời.",
        "A co-handling unit is another one, and one that does not owe an answer for this petition already.",
        Field: "unitId"
    );

    public static readonly Rejection CoHandlingDueTooEarly = new(
        "petitions.co-handling-due-too-early",
        "Hạn phối hợp không được trước ngày yêu cầu.",
        "The answer cannot fall due before it was asked for.",
        Field: "dueOn"
    );

    public static readonly Rejection ReturnedByAnother = new(
        "petitions.returned-by-another",
        "Đơn do nơi nhận trả lại được mở lại khi nơi đó trả (return), không phải ở bước này.",
        "What another unit sends back is opened again by its `return`, not by this step.",
        Field: "reason"
    );
}
