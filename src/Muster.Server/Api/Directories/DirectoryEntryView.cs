using System.Text.Json;
using Muster.Domain.Sources;
using Muster.Storage.Directories;

namespace Muster.Server.Api.Directories;

/// <summary>An object of the directory, in the form in which its changes and its line of a snapshot tell it.</summary>
/// <param name="Version">Grows with every change of the object, also when it goes and comes back.</param>
/// <param name="Content">Null when the object is gone.</param>
public sealed record DirectoryEntryView(
    string Kind, string ExternalId, long Version, DateTimeOffset At, JsonElement? Content)
{
    public static DirectoryEntryView Of(DirectoryEntry entry) => new(
        SourceJson.Name(entry.Kind), entry.ExternalId, entry.Version, entry.At,
        entry.Content is null ? null : JsonElement.Parse(entry.Content));
}
