namespace Muster.Server.Sources;

/// <summary>The directory has never known what was asked for.</summary>
internal sealed class DirectoryUnknownException(string message) : Exception(message);
