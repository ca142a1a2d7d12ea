using DanVan.Conferences.Tasks;

namespace DanVan.Conferences.Conclusions;

/// <summary>What an item of the conclusions is.</summary>
public enum ConclusionKind
{
    /// <summary>One of the key tasks (nhiệm vụ trọng tâm) whose number the conference may have declared.</summary>
    KeyTask,

    /// <summary>Another instruction (yêu cầu, đề nghị).</summary>
    Instruction,
}

/// <summary>An item of the conclusions, as recorded.</summary>
/// <param name="Item">Its number, from 1.</param>
/// <param name="Kind">Key task or instruction.</param>
/// <param name="Text">Its words.</param>
/// <param name="SaidById">The person who said it; null when it is of the conference as a whole, or not stated.</param>
public sealed record ConclusionItem(int Item, ConclusionKind Kind, string Text, Guid? SaidById);

/// <summary>An item of the conclusions as sent, with the tasks that it gives rise to.</summary>
/// <param name="Kind">Key task or instruction.</param>
/// <param name="Text">Its words.</param>
/// <param name="SaidById">The person who said it; absent when it is of the conference as a whole, or not stated.</param>
/// <param name="Tasks">The tasks; none when the words are kept only as a record.</param>
public sealed record ConclusionEntry(
    ConclusionKind Kind,
    [Text(4000)] string Text,
    Guid? SaidById,
    [Items(0, 50)] IReadOnlyList<TaskEntry>? Tasks
);

/// <summary>An item of the conclusions with the tasks that follow from it.</summary>
public sealed record ConclusionView(int Item, ConclusionKind Kind, string Text, Guid? SaidById, IReadOnlyList<Guid> TaskIds);
