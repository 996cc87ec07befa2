namespace Muster.Storage.Directories;

/// <summary>That objects refer to another.</summary>
/// <param name="Target">The external id of the one that is referred to.</param>
/// <param name="Example">One of those that do: "person p1".</param>
public sealed record DirectoryUse(string Target, long Count, string Example);
