namespace Muster.Storage.BuiltIn;

/// <summary>The kinds of failure that a caller may treat differently.</summary>
public enum BuiltInPostgresFailure
{
    NoPrograms,
    WrongVersion,
    DirectoryUnusable,
    NoSpace,
    InUse,
    NoUser,
    NotStarted,
    NotStopped,
}
