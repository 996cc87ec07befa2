namespace Muster.Domain.Synchronization;

/// <summary>Where a source is found; what does not go with its type is empty.</summary>
/// <param name="Address">Of a directory elsewhere: "https://directory.example.org". Empty: this installation's
/// own.</param>
/// <param name="TokenFile">A file on every server with the access token for that address; read at each
/// connection.</param>
/// <param name="Folder">Of a folder, as every server sees it.</param>
/// <param name="Tenant">Of files that name no tenant.</param>
public sealed record SourceSettings(string? Address = null, string? TokenFile = null, string? Folder = null,
    string? Tenant = null);
