namespace DanVan.Conferences.Tasks;

/// <summary>What the rules of a task refuse.</summary>
static class TaskRejections
{
    public static readonly Rejection Ended = new(
        "conferences.task-ended",
        "Nhiệm vụ đã hoàn thành hoặc đã hủy.",
        "The task is done or cancelled."
    );

    public static readonly Rejection AlreadyReported = new(
        "conferences.task-already-reported",
        "Nhiệm vụ đã được báo cáo và đang chờ đơn vị giao xác nhận hoặc trả lại.",
        "The task was reported and waits for the assigning unit to confirm or return it."
    );

    public static readonly Rejection Standing = new(
        "conferences.task-standing",
        "Nhiệm vụ thường xuyên được báo cáo từng kỳ và không có ngày hoàn thành; muốn chấm dứt thì hủy.",
        "A standing task is reported each period and is never done; cancel it to end it."
    );

    public static readonly Rejection NoDueDate = new(
        "conferences.task-no-due-date",
        "Nhiệm vụ không có thời hạn nên không thể gia hạn.",
        "The task has no due date to extend."
    );

    public static readonly Rejection OnlyAssigner = new(
        "conferences.task-only-assigner",
        "Chỉ đơn vị giao nhiệm vụ mới được xác nhận, trả lại, gia hạn, hủy, hoặc quyết định ai thay mình.",
        "Only the unit that assigned the task may confirm, return, extend or cancel it, or decide who takes its place.",
        Status: 403
    );

    public static Rejection NotLater(DateOnly lastDay) =>
        new(
            "conferences.task-not-later",
            $"Thời hạn mới phải sau thời hạn hiện tại ({lastDay:dd/MM/yyyy}).",
            $"The new due date must be later than the present one ({lastDay:yyyy-MM-dd}).",
            Field: "dueOn"
        );

    public static Rejection NotInState(TaskState found, TaskState needed) =>
        new(
            "conferences.task-state",
            $"Việc này chỉ làm được khi nhiệm vụ ở trạng thái {EnumNames.Of(needed)}; hiện tại là {EnumNames.Of(found)}.",
            $"This takes a task in state {EnumNames.Of(needed)}; it is {EnumNames.Of(found)}."
        );
}
