namespace Muster.Storage.Schedules;

/// <summary>Something done to a draft.</summary>
/// <param name="Version">The draft's, which it made.</param>
/// <param name="Sentence">What was done: "moves a shift of Ann Lee on 2026-03-02".</param>
/// <param name="Before">What the days were, as the program writes it.</param>
/// <param name="UndoneBy">The version that took it back; null: it stands.</param>
public sealed record DraftEdit(
    long Version, string Author, Guid AuthorId, DateTimeOffset At, string Sentence, string Before, long? UndoneBy);
