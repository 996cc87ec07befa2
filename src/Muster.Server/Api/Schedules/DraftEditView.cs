using Muster.Storage.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>Something done to a draft.</summary>
/// <param name="Version">The draft's, which it made.</param>
/// <param name="UndoneBy">The version that took it back; null: it stands.</param>
public sealed record DraftEditView(long Version, string Author, DateTimeOffset At, string Sentence, long? UndoneBy)
{
    public static DraftEditView Of(DraftEdit edit) =>
        new(edit.Version, edit.Author, edit.At, edit.Sentence, edit.UndoneBy);
}
