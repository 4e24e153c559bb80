import Lists.Basic
import Lists.Maps
