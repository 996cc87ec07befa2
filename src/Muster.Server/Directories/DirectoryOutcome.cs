namespace Muster.Server.Directories;

/// <summary>What became of an object that somebody wrote.</summary>
public enum DirectoryOutcome
{
    Created,
    Updated,
    Removed,
    Unchanged,
    Refused,
}
